import type { FrameMessage, PageMessage } from '#src/contract/embed.ts';
import { type Modal, openModal, setHeight, styleFrame } from './dialog.ts';
import { frameMessageOf } from './guards.ts';
import { answerInspections, register } from './levels.ts';
import { titleIn } from './title.ts';
import type { KenalError, Mounted, MountOptions } from './types.ts';
import { OLDEST, VERSION } from './version.ts';

/** A frame that has said nothing for so long was refused, or the server is away, ms. */
const SILENT_MS = 15_000;
/** One that has loaded and says nothing shows the browser's own refusal, ms. */
const LOADED_SILENT_MS = 5_000;
/** Before the frame has said how high it is: about the first screen. */
const FIRST_HEIGHT = '40rem';

type Sent = { [T in PageMessage['type']]: Pick<Extract<PageMessage, { type: T }>, 'type' | 'payload'> };

type Hearing = {
  readonly [T in FrameMessage['type']]: (
    payload: Extract<FrameMessage, { type: T }>['payload'],
    version: number,
  ) => void;
};

/** `camera` for the frame's own origin alone; full screen helps on phones. */
const allowFor = (origin: string): string =>
  `camera ${origin}; fullscreen ${origin}; clipboard-write ${origin}`;

/**
 * Puts an onboarding into the page.
 * @param element where the frame goes; in modal mode the dialog is put there.
 * @throws TypeError for options that cannot work: they are the page's mistake, not the person's.
 */
export function mount(element: Element, options: MountOptions & { readonly url: string }): Mounted {
  if (!options.client) throw new TypeError('Kenal.mount: `client` is missing');
  if (!options.token) throw new TypeError('Kenal.mount: `token` is missing');
  const base = new URL(options.url, document.baseURI);
  let { locale, theme } = options;
  let version = VERSION;
  let begun = false;
  let over = false;
  let complete = false;

  const frame = document.createElement('iframe');
  const src = new URL('/embed', base);
  src.searchParams.set('client', options.client);
  if (locale) src.searchParams.set('locale', locale);
  const name = (): void => {
    frame.title = options.title ?? titleIn(locale ?? navigator.language);
  };
  name();
  frame.allow = allowFor(base.origin);
  if (options.sandbox !== undefined) frame.setAttribute('sandbox', options.sandbox);
  frame.src = src.href;

  const fail = (
    code: KenalError['code'],
    message: string,
    candidates: KenalError['candidates'] = [],
  ): void => {
    console.error(`Kenal: ${message} (${code})`);
    options.onError?.({ code, message, candidates });
  };
  const send = <T extends PageMessage['type']>(message: Sent[T]): void =>
    frame.contentWindow?.postMessage({ source: 'kenal', version, ...message }, base.origin);

  const fetchToken = async (): Promise<string | null> => {
    try {
      const token = typeof options.token === 'function' ? await options.token() : options.token;
      if (token) return token;
    } catch (error) {
      console.error(error);
    }
    if (!over) fail('token_missing', 'the token function gave no token');
    return null;
  };

  const start = async (): Promise<void> => {
    begun = true;
    clearTimeout(silence);
    const token = await fetchToken();
    if (token === null || over) return;
    send({
      type: 'start',
      payload: {
        token,
        locale: locale ?? null,
        theme: theme ?? null,
        modal: modal !== null,
        viewport: window.innerHeight,
      },
    });
  };

  /** A token that is no function cannot be had anew: the same one once more tells the frame so. */
  const renew = async (): Promise<void> => {
    const token = await fetchToken();
    if (token !== null && !over) send({ type: 'token', payload: { token } });
  };
  const onReady = (newest: number): void => {
    version = Math.min(VERSION, newest);
    if (version < OLDEST) {
      fail('version_unsupported', `the frame speaks version ${newest}, this script ${OLDEST} and later`);
      return;
    }
    options.onReady?.();
    void start();
  };
  const hear: Hearing = {
    ready: (_, newest) => onReady(newest),
    token: () => void renew(),
    resize: ({ height }) => {
      if (!modal) setHeight(frame, height);
    },
    step: ({ step }) => options.onStep?.(step),
    complete: (result) => {
      complete = true;
      options.onComplete?.(result);
    },
    cancel: () => cancel(),
    error: ({ code, message, candidates }) => fail(code, message, candidates),
    inspect: () => undefined,
  };
  const onMessage = (event: MessageEvent): void => {
    if (event.source !== frame.contentWindow || event.origin !== base.origin) return;
    const message = frameMessageOf(event.data);
    if (message)
      (hear[message.type] as (payload: unknown, version: number) => void)(message.payload, message.version);
  };

  const destroy = async (): Promise<void> => {
    if (over) return;
    over = true;
    clearTimeout(silence);
    window.removeEventListener('message', onMessage);
    unregister();
    modal?.close();
    frame.remove();
  };
  const cancel = (): void => {
    // Who closes what is done has not cancelled it.
    if (!complete) options.onCancel?.();
    // A modal that is cancelled is over; a frame in the page stays where the page has put it.
    if (modal) void destroy();
  };

  answerInspections();
  const unregister = register(frame);
  window.addEventListener('message', onMessage);
  styleFrame(frame, FIRST_HEIGHT);
  let modal: Modal | null = null;
  if (options.mode === 'modal') modal = openModal(element, frame, cancel);
  else element.append(frame);
  const explain = (): void => {
    clearTimeout(silence);
    if (!begun && !over) explainSilence(fail, base.origin, options);
  };
  let silence = setTimeout(explain, SILENT_MS);
  frame.addEventListener('load', () => {
    clearTimeout(silence);
    silence = setTimeout(explain, LOADED_SILENT_MS);
  });
  if (options.sandbox !== undefined && !/\ballow-same-origin\b/.test(options.sandbox))
    fail(
      'frame_sandboxed',
      'the frame is sandboxed without allow-same-origin: it gets no camera and no answer',
    );

  return {
    update: (changes) => {
      locale = changes.locale ?? locale;
      name();
      theme = changes.theme ?? theme;
      if (begun) send({ type: 'update', payload: { locale: locale ?? null, theme: theme ?? null } });
    },
    destroy,
  };
}

/** A page that is not allowed sees the same nothing as one whose server is away: say what it may be. */
function explainSilence(
  fail: (code: KenalError['code'], message: string, candidates: KenalError['candidates']) => void,
  server: string,
  { client, sandbox }: MountOptions,
): void {
  const sandboxed =
    window.origin === 'null' || (sandbox !== undefined && !/\ballow-same-origin\b/.test(sandbox));
  fail(
    'frame_silent',
    `the frame did not answer. Either ${window.origin} is not among the origins of client "${client}" ` +
      `(its frame-ancestors refuse this page), or ${server} cannot be reached, or this page's own ` +
      `Content-Security-Policy has no frame-src for it`,
    sandboxed ? ['frame_sandboxed'] : ['origin_refused', 'unavailable'],
  );
}
