import type { EmbedErrorCode } from '#src/contract/embed.ts';
import type { CameraBlock } from '#src/lib/surroundings.tsx';
import type { Channel } from './channel.ts';
import { type Diagnosis, diagnose } from './diagnose.ts';

interface PolicyDocument {
  readonly featurePolicy?: { allowsFeature(feature: string): boolean };
}

/** What to change, for the developer who reads the console or `onError`. */
const ADVICE: Partial<Record<EmbedErrorCode, string>> = {
  camera_allow_missing: 'the frame element needs allow="camera", at every level',
  camera_policy_header: 'the page sends Permissions-Policy with camera=(): it has to name the frame',
  frame_sandboxed: 'the sandbox needs allow-same-origin',
  page_insecure: 'the page is not https',
  browser_in_app: "the app's own browser gives no camera: the page has to be opened in a browser",
  camera_blocked: 'something on the way blocks the camera',
};

const adviceOf = ({ code, at }: Diagnosis): string =>
  `${ADVICE[code] ?? code}${at === null ? '' : ` (${at})`}`;

/** The embed doctor: finds out what blocks the camera, and tells the page. */
export async function diagnoseCamera(channel: Channel): Promise<CameraBlock> {
  const { levels, whole } = await channel.inspect();
  const facts = {
    policy: (document as PolicyDocument).featurePolicy?.allowsFeature('camera') ?? null,
    secure: window.isSecureContext,
    userAgent: navigator.userAgent,
  };
  const found = diagnose(facts, levels, whole);
  channel.fail(found.code, adviceOf(found), found.candidates);
  return found;
}
