import type { Quad } from '#src/contract/index.ts';
import { capture, encodeJpeg, type PhotographOptions } from './photograph/index.ts';
import type { Shot } from './photograph/shot.ts';
import { createRandom } from './random.ts';
import type { Card } from './types.ts';

/** Frames per second that Chromium plays a fake camera's MJPEG file at. */
export const FPS = 30;
/** A hand's tremor is slower than the camera: each rendered frame is shown this many times. */
const HOLD = 3;
/** Rendered frames of a phase; longer phases play them to and fro. */
const DISTINCT = 6;

/** One stretch of a video. */
export interface Phase {
  readonly name: string;
  readonly seconds: number;
  /** No card in sight. */
  readonly empty?: boolean;
  /** Tremor of the hand, px. */
  readonly shake?: number;
  readonly shot?: Partial<Shot>;
  /** Size of the card over its size in the other phases. */
  readonly scale?: number;
}

/** Where a phase begins and what it shows (the card's corners in the frame; tremor moves them by some px). */
interface PhaseMark {
  readonly name: string;
  readonly firstFrame: number;
  readonly frames: number;
  readonly quad: Quad | null;
}

interface Video {
  /** JPEG frames back to back. */
  readonly mjpeg: Uint8Array;
  readonly frames: number;
  readonly marks: readonly PhaseMark[];
}

/** The way of somebody who gets it right in the end. */
export const SCENARIO: readonly Phase[] = [
  { name: 'empty', seconds: 1.5, empty: true },
  { name: 'far', seconds: 1.5, shake: 3, scale: 0.46, shot: { offsetX: 0.4 } },
  { name: 'tilted', seconds: 1.5, shake: 3, shot: { tilt: 38, tiltAxis: 20, rotation: 9 } },
  { name: 'blurred', seconds: 1.5, shake: 3, shot: { defocus: 5 } },
  { name: 'glare', seconds: 1.5, shake: 2, shot: { glare: 2, glarePeak: 0.95 } },
  { name: 'good', seconds: 4, shake: 1 },
];

/** The frame that Chromium's fake camera delivers, and a card that fills most of it. */
const CAMERA = {
  clean: true,
  width: 1280,
  height: 720,
  cardWidth: 900,
  background: 'wood',
  noise: 1.2,
  defocus: 0.5,
  falloff: 0.08,
  quality: 80,
} as const satisfies PhotographOptions;

/** Films `card` through `phases`; every frame has the same desk and the same light. `base` changes all phases. */
export async function film(
  card: Card,
  seed: number | string,
  phases: readonly Phase[] = SCENARIO,
  base: Partial<Shot> = {},
): Promise<Video> {
  const frames: Uint8Array[] = [];
  const marks: PhaseMark[] = [];
  for (const phase of phases) {
    const wanted = Math.round(phase.seconds * FPS);
    const random = createRandom(`film/${seed}/${phase.name}`);
    const still = !phase.shake;
    const looks = await Promise.all(
      Array.from({ length: still ? 1 : DISTINCT }, async () => {
        const shot: Partial<Shot> = { ...base, ...phase.shot };
        const cardWidth = (shot.cardWidth ?? CAMERA.cardWidth) * (phase.scale ?? 1);
        const tremor = (phase.shake ?? 0) * (still ? 0 : 1);
        const raw = await capture(card, seed, {
          ...CAMERA,
          ...shot,
          cardWidth,
          empty: phase.empty ?? false,
          shiftX: random.gauss() * tremor,
          shiftY: random.gauss() * tremor,
          rotation: (shot.rotation ?? 0) + random.gauss() * tremor * 0.1,
        });
        return { jpeg: await encodeJpeg(raw), quad: raw.truth.quad };
      }),
    );
    marks.push({
      name: phase.name,
      firstFrame: frames.length,
      frames: wanted,
      quad: phase.empty ? null : looks[0]!.quad,
    });
    for (let i = 0; i < wanted; i++) frames.push(looks[toAndFro(Math.floor(i / HOLD), looks.length)]!.jpeg);
  }
  return { mjpeg: Buffer.concat(frames), frames: frames.length, marks };
}

/** 0 1 2 … n−1 n−2 … 1 0 1 …, so that nothing jumps. */
function toAndFro(step: number, count: number): number {
  if (count < 2) return 0;
  const at = step % (2 * count - 2);
  return at < count ? at : 2 * count - 2 - at;
}
