import * as z from 'zod/mini';
import { branding } from './branding.ts';

const MODES = ['live', 'test'] as const;
/** `test`: nothing is charged, specimens force outcomes, and what happens is shown in the sandbox. */
export const mode = z.enum(MODES);
export type Mode = z.infer<typeof mode>;

/** A public client id: it says whose frame this is, and gives no right. Test ids never make live sessions. */
export const clientId = z.string().check(z.regex(/^kc_(?:live|test)_[0-9a-z]{20}$/));

/**
 * An origin as browsers write it: scheme, host in lower case, port where it is not the scheme's own. The edge also
 * parses it, and takes only what comes out as it went in.
 */
export const origin = z.string().check(
  z.maxLength(300),
  z.regex(
    /^https?:\/\/(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:]+\])(?::[1-9]\d{0,4})?$/,
    'must be an origin, such as https://shop.example',
  ),
  z.refine((value) => !/^(?:https:.*:443|http:.*:80)$/.test(value), "the scheme's own port is not written"),
);

/** `GET /api/embed/{client}`: what the frame may know before any token is there. */
export const embedClient = z.object({
  client: clientId,
  mode,
  /** Pages that may hold the frame, and whom its first `ready` is for. */
  origins: z.array(origin),
  branding,
});
export type EmbedClient = z.infer<typeof embedClient>;

/** Name of the request header by which the frame says whose page holds it: the origin of the message with the token. */
export const PARENT_HEADER = 'kenal-parent';
/** Name of the request header with the SHA-256 of a file as it was chosen, test sessions only: finds specimens. */
export const SPECIMEN_HEADER = 'kenal-specimen';

/** What a session that a partner made adds to the reply, for the frame and for the partner alike. */
export const sessionPartner = z.object({
  client: clientId,
  mode,
  /** The page that it was made for; null where the flow has its own tab. */
  origin: z.nullable(origin),
  locale: z.nullable(z.enum(['en', 'ms', 'ur'])),
  branding,
  /** Prefilled for the person, who can change it. */
  contact: z.nullable(z.string()),
  /** Where the browser goes when the flow has ended in a tab of its own. */
  redirectUrl: z.nullable(z.string()),
  /** This token came by a hand-off: it is the phone's. */
  handoff: z.nullable(z.string()),
});
export type SessionPartner = z.infer<typeof sessionPartner>;
