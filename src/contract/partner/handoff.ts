import * as z from 'zod/mini';

/** `POST /api/handoffs`: the desktop asks for a link. An earlier link of the session dies. */
export const handoffOffer = z.object({
  id: z.string(),
  /** For the QR code: `{PUBLIC_URL}/handoff#{secret}`. The secret is in the fragment, which no server logs. */
  url: z.string(),
  /** Shown on the desktop, typed on the phone: who has found the link alone gets no further. Four digits. */
  code: z.string(),
  expiresAt: z.string(),
});
export type HandoffOffer = z.infer<typeof handoffOffer>;

const HANDOFF_STATES = ['waiting', 'opened', 'joined', 'done', 'ended'] as const;
/**
 * `GET /api/handoffs/{id}`, `GET /api/handoffs` (the one that a phone has joined; 204 where there is none), and each
 * message of `GET /api/handoffs/{id}/events` (text/event-stream, `data:` is this object). `waiting`: nobody has opened
 * the link. `opened`: the phone asks for the code. `joined`: the phone is in. `done`: submitted. `ended`: taken back,
 * run out, or three wrong codes.
 */
export const handoffState = z.object({
  id: z.string(),
  state: z.enum(HANDOFF_STATES),
  /**
   * Whose turn it is; either side takes it by `POST /api/handoffs/{id}/take`. While a phone is in, a draft of the
   * other side is refused: `held_elsewhere`.
   */
  holder: z.enum(['desktop', 'phone']),
  /** Grows with each stored draft: the draft is worth fetching again. 0: none yet. */
  draftAt: z.number(),
  applicationId: z.nullable(z.string()),
  expiresAt: z.string(),
});
export type HandoffState = z.infer<typeof handoffState>;

/** `POST /api/handoffs/open`: the phone shows that it has the link; its secret comes from the fragment. */
export const handoffOpen = z.object({ secret: z.string().check(z.minLength(20), z.maxLength(100)) });
export const handoffOpened = z.object({
  id: z.string(),
  /** Who asks: shown on the phone, so that nobody hands a card to a stranger's session. Null: this site itself. */
  name: z.nullable(z.string()),
  attemptsLeft: z.number(),
  expiresAt: z.string(),
});
export type HandoffOpened = z.infer<typeof handoffOpened>;

/** `POST /api/handoffs/join`: the session's reply with a token of the phone's own, once. */
export const handoffJoin = z.object({
  secret: z.string().check(z.minLength(20), z.maxLength(100)),
  code: z.string().check(z.regex(/^\d{4}$/)),
});

/** `POST /api/handoffs/{id}/take`: this side goes on, the other looks on. The reply is the new state. */
export const handoffTake = z.object({ side: z.enum(['desktop', 'phone']) });
