import type { EmbedErrorCode, EmbedLevel } from '#src/contract/embed.ts';

/** What the frame knows of itself. */
export interface FrameFacts {
  /** The camera is allowed here by policy; null where the browser does not say. */
  readonly policy: boolean | null;
  readonly secure: boolean;
  readonly userAgent: string;
}

/** What keeps the camera away. `sure`: it was seen; otherwise it is one of `candidates`. */
export interface Diagnosis {
  readonly code: EmbedErrorCode;
  readonly candidates: readonly EmbedErrorCode[];
  /** Origin of the page that has to change something; null where that is not known. */
  readonly at: string | null;
}

/** Browsers inside of apps that show pages without a camera: they name themselves. */
const IN_APP =
  /\b(FBAN|FBAV|FB_IAB|Instagram|Line\/|MicroMessenger|Snapchat|TikTok|musical_ly|LinkedInApp|GSA\/)|; wv\)/;

const sure = (code: EmbedErrorCode, at: string | null): Diagnosis => ({ code, candidates: [], at });

/**
 * Names what blocks the camera in a frame. From inside, a missing `allow` and a header `camera=()` look alike;
 * the pages above that load the partner's script have told what they see.
 * @param levels nearest page first. @param whole the last of them is the top page.
 */
export function diagnose(facts: FrameFacts, levels: readonly EmbedLevel[], whole: boolean): Diagnosis {
  const insecure = levels.find((level) => !level.secure);
  if (!facts.secure || insecure) return sure('page_insecure', insecure?.origin ?? null);
  const boxed = levels.find(({ sandbox }) => sandbox !== null && !/\ballow-same-origin\b/.test(sandbox));
  if (boxed) return sure('frame_sandboxed', boxed.origin);
  const closed = levels.find(({ allow }) => allow === false);
  // A page that is itself without the camera cannot give it on: its own header, or a frame further out.
  const outermost = [...levels].reverse().find(({ policy }) => policy === false);
  if (outermost?.top) return sure('camera_policy_header', outermost.origin);
  if (closed && !outermost) return sure('camera_allow_missing', closed.origin);
  if (outermost) {
    const above = levels[levels.indexOf(outermost) + 1];
    if (above) {
      // The page above may use it: either it does not hand it on, or this one's header takes it away.
      return above.allow === false
        ? sure('camera_allow_missing', above.origin)
        : sure('camera_policy_header', outermost.origin);
    }
    return {
      code: 'camera_blocked',
      candidates: ['camera_allow_missing', 'camera_policy_header'],
      at: null,
    };
  }
  if (IN_APP.test(facts.userAgent)) return sure('browser_in_app', null);
  const candidates: EmbedErrorCode[] =
    whole && facts.policy !== false ? [] : ['camera_allow_missing', 'camera_policy_header'];
  return { code: 'camera_blocked', candidates, at: null };
}
