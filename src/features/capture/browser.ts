import type { WordId } from './words.ts';

interface Agent {
  readonly userAgent: string;
  readonly maxTouchPoints: number;
}

/** Where this browser keeps the camera permission: the id of the sentence that says so in its own terms. */
export function wayToAllow({ userAgent, maxTouchPoints }: Agent): WordId {
  const iOS = /iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1);
  if (iOS) return 'capture.allow.safari-ios';
  if (/Firefox\//.test(userAgent)) return 'capture.allow.firefox';
  if (/Chrom(e|ium)\//.test(userAgent)) {
    return /Android/.test(userAgent) ? 'capture.allow.chrome-android' : 'capture.allow.chrome';
  }
  return /Safari\//.test(userAgent) ? 'capture.allow.safari-mac' : 'capture.allow.other';
}

/** A phone or tablet: its file picker can open the camera app, and nothing is dropped or pasted there. */
export const isHandheld = (): boolean => matchMedia('(pointer: coarse)').matches;
