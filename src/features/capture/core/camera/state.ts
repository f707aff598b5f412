import type { CameraDevice } from './devices.ts';
import type { CameraError } from './errors.ts';

/** A running camera: its stream and what its user may change. */
export interface LiveCamera {
  readonly kind: 'live';
  readonly stream: MediaStream;
  readonly track: MediaStreamTrack;
  readonly device: CameraDevice;
  /** Every camera, the fittest for cards first. */
  readonly devices: readonly CameraDevice[];
  readonly mirrored: boolean;
  readonly torch: 'none' | 'off' | 'on';
}

/**
 * The camera as the view sees it. `paused`: the page is hidden (`hidden`) or a call holds the camera (`held`);
 * both end by themselves.
 */
export type CameraState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'starting' }
  | LiveCamera
  | { readonly kind: 'paused'; readonly reason: 'hidden' | 'held' }
  | { readonly kind: 'failed'; readonly error: CameraError };
