import type { CameraHost } from './manager.ts';
import { storedChoice } from './memory.ts';

type PolicyDocument = Document & {
  permissionsPolicy?: { allowsFeature(name: string): boolean };
  featurePolicy?: { allowsFeature(name: string): boolean };
};

/** The real browser. Firefox and Safari do not tell the policy, older ones not the permission: null then. */
export function browserHost(): CameraHost {
  return {
    media: (navigator as { mediaDevices?: MediaDevices }).mediaDevices,
    secure: globalThis.isSecureContext,
    embedded: embedded(),
    allowedByPolicy() {
      const page = document as PolicyDocument;
      return (page.permissionsPolicy ?? page.featurePolicy)?.allowsFeature('camera') ?? null;
    },
    async permission() {
      try {
        return (await navigator.permissions.query({ name: 'camera' })).state;
      } catch {
        return null;
      }
    },
    now: () => performance.now(),
    memory: storedChoice(() => localStorage),
  };
}

/** Reading the top window's origin throws exactly when it is another one. */
function embedded(): boolean {
  try {
    return globalThis.top !== globalThis.self && globalThis.top?.location.origin !== location.origin;
  } catch {
    return true;
  }
}
