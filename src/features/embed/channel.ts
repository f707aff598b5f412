import {
  EMBED_SOURCE,
  EMBED_VERSIONS,
  type EmbedErrorCode,
  type EmbedLevel,
  type FrameMessage,
  type PageMessage,
  pageMessage,
} from '#src/contract/embed.ts';
import { ApiError } from '#src/lib/api/client.ts';

/** Pages above answer in a few milliseconds, each waiting 400 ms for the one above it. */
const INSPECTION_MS = 1500;

/** A page whose token function has not answered after this long will not, ms. */
const TOKEN_MS = 15_000;

const NEWEST = Math.max(...EMBED_VERSIONS);
const OLDEST = Math.min(...EMBED_VERSIONS);

export type Start = Extract<PageMessage, { type: 'start' }>['payload'];
type Update = Extract<PageMessage, { type: 'update' }>['payload'];
type Outgoing = { [T in FrameMessage['type']]: Pick<Extract<FrameMessage, { type: T }>, 'type' | 'payload'> };

/** The window as far as the channel needs it. */
export interface ChannelHost {
  readonly parent: Pick<Window, 'postMessage'>;
  readonly ancestorOrigins: readonly string[] | null;
  readonly referrer: string;
  readonly listen: (hear: (event: MessageEvent) => void) => () => void;
}

export const windowHost = (): ChannelHost => ({
  parent: window.parent,
  ancestorOrigins: location.ancestorOrigins ? [...location.ancestorOrigins] : null,
  referrer: document.referrer,
  listen: (hear) => {
    window.addEventListener('message', hear);
    return () => window.removeEventListener('message', hear);
  },
});

export interface Channel {
  /**
   * What the page has begun with; from then on nobody else is heard. Rejects with `timeout` where it does not begin.
   */
  readonly started: Promise<Start>;
  /** Origin of the page; null before `started`. */
  readonly peer: () => string | null;
  readonly post: <T extends FrameMessage['type']>(message: Outgoing[T]) => void;
  readonly fail: (code: EmbedErrorCode, message: string, candidates?: readonly EmbedErrorCode[]) => void;
  /** Asks the page for another token. @throws ApiError timeout: its token function has failed, or is slow. */
  readonly askToken: (reason: 'expired' | 'refused') => Promise<string>;
  readonly inspect: () => Promise<{ levels: readonly EmbedLevel[]; whole: boolean }>;
  readonly onUpdate: (take: (update: Update) => void) => () => void;
  readonly close: () => void;
}

function originOf(url: string): string | null {
  try {
    return new URL(url).origin;
  } catch {
    return null;
  }
}

/** What the page has to give, as far as one waits for it. */
interface Expected<T> {
  readonly promise: Promise<T>;
  readonly give: (value: T) => void;
  /** Nobody waits any more: it is settled neither way. */
  readonly drop: () => void;
}

function expected<T>(): Expected<T> {
  let give: (value: T) => void = () => {};
  let timer: ReturnType<typeof setTimeout> | undefined;
  const promise = new Promise<T>((resolve, reject) => {
    timer = setTimeout(() => reject(new ApiError('timeout')), TOKEN_MS);
    give = (value) => {
      clearTimeout(timer);
      resolve(value);
    };
  });
  // Whoever waits is told; where nobody does it is no fault.
  promise.catch(() => undefined);
  return { promise, give, drop: () => clearTimeout(timer) };
}

/**
 * The frame's end of the protocol. Speaks first: an empty `ready`, to the client's origins alone. Hears nobody
 * but the parent window, from one of these origins, in the contract's words.
 * @param note is told the name of each message that passes.
 */
export function openChannel(
  host: ChannelHost,
  allowed: readonly string[],
  note: (direction: 'to_page' | 'to_frame', type: string) => void = () => {},
): Channel {
  let peer: string | null = null;
  let version = NEWEST;
  const start = expected<Start>();
  const tokens = new Set<Expected<string>>();
  const inspections = new Map<string, (found: { levels: readonly EmbedLevel[]; whole: boolean }) => void>();
  const updates = new Set<(update: Update) => void>();

  const postTo = <T extends FrameMessage['type']>(origin: string, message: Outgoing[T]): void => {
    note('to_page', message.type);
    host.parent.postMessage({ source: EMBED_SOURCE, version, ...message }, origin);
  };
  const post: Channel['post'] = (message) => {
    if (peer) postTo(peer, message);
  };

  const hear = (event: MessageEvent): void => {
    if (event.source !== host.parent || !allowed.includes(event.origin)) return;
    if (peer !== null && event.origin !== peer) return;
    const parsed = pageMessage.safeParse(event.data);
    if (!parsed.success) return;
    const message = parsed.data;
    if (message.version < OLDEST || message.version > NEWEST) {
      postTo(event.origin, {
        type: 'error',
        payload: {
          code: 'version_unsupported',
          message: `version ${message.version} is not spoken here (${OLDEST} to ${NEWEST})`,
          candidates: [],
        },
      });
      return;
    }
    note('to_frame', message.type);
    switch (message.type) {
      case 'start':
        if (peer !== null) return;
        peer = event.origin;
        version = message.version;
        start.give(message.payload);
        return;
      case 'token':
        for (const token of tokens) token.give(message.payload.token);
        tokens.clear();
        return;
      case 'update':
        for (const take of updates) take(message.payload);
        return;
      case 'inspected':
        inspections.get(message.payload.id)?.(message.payload);
    }
  };
  const stop = host.listen(hear);

  const parent = host.ancestorOrigins?.[0] ?? originOf(host.referrer);
  // Where the browser does not tell who holds the frame, each may be the one: only the right one gets it.
  const greeted = parent === null ? allowed : allowed.filter((origin) => origin === parent);
  for (const origin of greeted) postTo(origin, { type: 'ready', payload: {} });

  return {
    started: start.promise,
    peer: () => peer,
    post,
    fail: (code, message, candidates = []) =>
      post({ type: 'error', payload: { code, message, candidates: [...candidates] } }),
    askToken: (reason) => {
      const token = expected<string>();
      tokens.add(token);
      post({ type: 'token', payload: { reason } });
      return token.promise.finally(() => tokens.delete(token));
    },
    inspect: () =>
      new Promise((resolve) => {
        const id = crypto.randomUUID();
        const end = (found: { levels: readonly EmbedLevel[]; whole: boolean }): void => {
          clearTimeout(timer);
          inspections.delete(id);
          resolve(found);
        };
        const timer = setTimeout(() => end({ levels: [], whole: false }), INSPECTION_MS);
        inspections.set(id, end);
        post({ type: 'inspect', payload: { id } });
      }),
    onUpdate: (take) => {
      updates.add(take);
      return () => void updates.delete(take);
    },
    close: () => {
      stop();
      for (const one of [start, ...tokens]) one.drop();
    },
  };
}
