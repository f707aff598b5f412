import * as z from 'zod/mini';
import { locale } from './api.ts';

/**
 * What passes between a partner's page and the frame in it. Never anything that a person typed or a card says;
 * what is decided is told by webhooks and the API, not here.
 */

/** Versions of the protocol, oldest first. `ready` bears the newest one that the frame speaks. */
export const EMBED_VERSIONS = [1] as const;

export const EMBED_SOURCE = 'kenal';

/** Why an onboarding in a frame cannot go on, or not as it should. Stable: partners' code depends on them. */
export const EMBED_ERRORS = [
  /** Page and frame have no version of the protocol in common. */
  'version_unsupported',
  /** The token was made for another page, or for none. */
  'origin_refused',
  /** The token is no token, was revoked, or its onboarding is over. */
  'token_refused',
  /** The page's token function failed, or gave nothing. */
  'token_missing',
  /** The frame did not answer: this page is not among the client's origins, or the server is away. */
  'frame_silent',
  /** A frame on the way has no `allow="camera"`. */
  'camera_allow_missing',
  /** A page on the way sends `Permissions-Policy: camera=()`. */
  'camera_policy_header',
  /** A frame on the way is sandboxed without `allow-same-origin`. */
  'frame_sandboxed',
  /** A page on the way is not https. */
  'page_insecure',
  /** An app's own browser, which gives no camera. */
  'browser_in_app',
  /** The camera is blocked on the way, by what could not be seen from here. */
  'camera_blocked',
  /** The server cannot be reached. */
  'unavailable',
] as const;
const embedError = z.enum(EMBED_ERRORS);
export type EmbedErrorCode = z.infer<typeof embedError>;

/** What one page on the way to the frame sees of itself and of the frame that it holds. */
const embedLevel = z.object({
  /** The holding page's origin. */
  origin: z.string().check(z.maxLength(300)),
  /** The `allow` of the frame element names the camera; null where the element could not be found. */
  allow: z.nullable(z.boolean()),
  /** The frame is sandboxed, and how; null where it is not. */
  sandbox: z.nullable(z.string().check(z.maxLength(500))),
  /** The page itself may use the camera; null where its browser does not say. */
  policy: z.nullable(z.boolean()),
  secure: z.boolean(),
  top: z.boolean(),
});
export type EmbedLevel = z.infer<typeof embedLevel>;

/** Colours and form of the deployment's face, as a partner gives them; checked before use. */
const embedTheme = z.record(z.string().check(z.maxLength(40)), z.string().check(z.maxLength(200)));

const envelope = <T extends string, P extends z.ZodMiniType>(type: T, payload: P) =>
  z.object({
    source: z.literal(EMBED_SOURCE),
    version: z.int().check(z.gte(1)),
    type: z.literal(type),
    payload,
  });

const empty = z.object({});

/** From the frame to the page. */
export const frameMessage = z.discriminatedUnion('type', [
  /** The only message before a token is there. */
  envelope('ready', empty),
  envelope('token', z.object({ reason: z.enum(['expired', 'refused']) })),
  envelope('resize', z.object({ height: z.number().check(z.gte(0), z.lte(20_000)) })),
  envelope('step', z.object({ step: z.string().check(z.maxLength(40)) })),
  envelope('complete', z.object({ applicationId: z.string(), reference: z.string() })),
  envelope('cancel', empty),
  envelope('error', z.object({ code: embedError, message: z.string(), candidates: z.array(embedError) })),
  /** Asks every page on the way what it sees. */
  envelope('inspect', z.object({ id: z.string().check(z.maxLength(40)) })),
]);
export type FrameMessage = z.infer<typeof frameMessage>;

/** From the page to the frame. */
export const pageMessage = z.discriminatedUnion('type', [
  envelope(
    'start',
    z.object({
      token: z.string().check(z.minLength(1), z.maxLength(4096)),
      locale: z.nullable(locale),
      theme: z.nullable(embedTheme),
      /** Whether the page shows the frame over itself, as high as its window. */
      modal: z.boolean(),
      /** How high the page's window is, CSS pixels: what is sized by the screen goes by it. */
      viewport: z.number().check(z.gte(0), z.lte(20_000)),
    }),
  ),
  envelope('token', z.object({ token: z.string().check(z.minLength(1), z.maxLength(4096)) })),
  envelope('update', z.object({ locale: z.nullable(locale), theme: z.nullable(embedTheme) })),
  /** Nearest page first; `whole` says that the last one is the top. */
  envelope(
    'inspected',
    z.object({
      id: z.string().check(z.maxLength(40)),
      levels: z.array(embedLevel).check(z.maxLength(20)),
      whole: z.boolean(),
    }),
  ),
]);
export type PageMessage = z.infer<typeof pageMessage>;
