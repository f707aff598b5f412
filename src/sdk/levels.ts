import type { EmbedLevel } from '#src/contract/embed.ts';
import { frameMessageOf, inspectedOf } from './guards.ts';
import { VERSION } from './version.ts';

/** A page above that loads this script answers in a few milliseconds; one that does not, never. */
const ANSWER_MS = 400;
/** No way to a frame is longer; a longer one is somebody playing. */
const MAX_LEVELS = 20;

interface PolicyDocument {
  readonly featurePolicy?: { allowsFeature(feature: string): boolean };
}

/** Frames that cannot be found by a query, inside of shadow trees. */
const known = new Set<HTMLIFrameElement>();
export const register = (frame: HTMLIFrameElement): (() => void) => {
  known.add(frame);
  return () => void known.delete(frame);
};

function frameOf(source: MessageEventSource | null): HTMLIFrameElement | null {
  for (const frame of [...known, ...document.querySelectorAll('iframe')])
    if (frame.contentWindow === source) return frame;
  return null;
}

/** What this page sees of itself and of the frame that it holds. */
function level(frame: HTMLIFrameElement | null): EmbedLevel {
  return {
    origin: window.origin,
    allow: frame && /(^|[;\s])camera\b/.test(frame.allow),
    sandbox: frame?.getAttribute('sandbox')?.slice(0, 500) ?? null,
    policy: (document as PolicyDocument).featurePolicy?.allowsFeature('camera') ?? null,
    secure: window.isSecureContext,
    top: window.parent === window,
  };
}

/** Asks the page above, if it has this script. */
function above(id: string): Promise<{ levels: readonly EmbedLevel[]; whole: boolean }> {
  return new Promise((resolve) => {
    const end = (levels: readonly EmbedLevel[], whole: boolean): void => {
      window.removeEventListener('message', hear);
      clearTimeout(timer);
      resolve({ levels, whole });
    };
    const hear = (event: MessageEvent): void => {
      const message = event.source === window.parent ? inspectedOf(event.data) : null;
      if (message?.payload.id === id) end(message.payload.levels, message.payload.whole);
    };
    const timer = setTimeout(() => end([], false), ANSWER_MS);
    window.addEventListener('message', hear);
    // To whoever it is: the message holds nothing.
    window.parent.postMessage({ source: 'kenal', version: VERSION, type: 'inspect', payload: { id } }, '*');
  });
}

let answering = false;

/**
 * Answers frames that ask what blocks the camera: what this page sees, and what the pages above it see where
 * they have this script too. It tells what the frame's own browser would, had it a way to ask.
 */
export function answerInspections(): void {
  if (answering) return;
  answering = true;
  window.addEventListener('message', async (event) => {
    const message = frameMessageOf(event.data);
    if (message?.type !== 'inspect' || !event.source) return;
    const frame = frameOf(event.source);
    if (!frame) return;
    const { id } = message.payload;
    const own = level(frame);
    const rest = own.top ? { levels: [], whole: true } : await above(id);
    event.source.postMessage(
      {
        source: 'kenal',
        version: VERSION,
        type: 'inspected',
        payload: { id, levels: [own, ...rest.levels].slice(0, MAX_LEVELS), whole: rest.whole },
      },
      // A sandboxed frame has no origin that could be named.
      { targetOrigin: event.origin === 'null' ? '*' : event.origin },
    );
  });
}
