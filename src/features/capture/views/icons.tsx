import type { ReactNode } from 'react';
import { Drawing } from '#src/ui/drawing.tsx';

/** Paths on a 24-px grid that only a camera needs, in the manner of `src/ui/icon.tsx`. */
const PATHS = {
  light: 'M13 3L6 13.5h5L10 21l8-11h-5.4L13 3z',
  switch: 'M4 12a8 8 0 0 1 13.8-5.5M18.5 3v4h-4M20 12a8 8 0 0 1-13.8 5.5M5.5 21v-4h4',
} as const;
type CameraIconName = keyof typeof PATHS;

export function CameraIcon({ name }: { name: CameraIconName }): ReactNode {
  return <Drawing path={PATHS[name]} className="size-6" />;
}
