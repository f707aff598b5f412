/**
 * The picture asked for. An upright phone held over a lying card sees it across the short side: 1,440 px
 * there make a card of some 1,200 px, above the 1,000 px that reading wants; 4K would add heat and no text.
 * `ideal` never fails: each camera gives the nearest it has.
 */
const WANTED = { width: 2_560, height: 1_440, frameRate: 30 } as const;

/** The request for a known camera, or for whatever looks away from its user. */
function wanted(deviceId: string | null): MediaTrackConstraints {
  return {
    ...(deviceId === null ? { facingMode: { ideal: 'environment' } } : { deviceId: { exact: deviceId } }),
    width: { ideal: WANTED.width },
    height: { ideal: WANTED.height },
    frameRate: { ideal: WANTED.frameRate },
  };
}

/**
 * Requests to try in order: the chosen camera, any rear camera, anything. Drivers that choke on a size
 * (OverconstrainedError, or NotReadableError for want of USB bandwidth) usually accept the bare one.
 */
export function ladder(deviceId: string | null): MediaTrackConstraints[] {
  const steps = deviceId === null ? [] : [wanted(deviceId)];
  return [...steps, wanted(null), {}];
}

type CardConstraints = MediaTrackConstraintSet & {
  torch?: boolean;
  focusMode?: string;
  pointsOfInterest?: readonly { x: number; y: number }[];
};

/** Focus as cards need it, where the track offers it. Never fails: a camera that refuses works as it is. */
export async function focusContinuously(track: MediaStreamTrack): Promise<void> {
  const can = (track.getCapabilities?.() ?? {}) as { focusMode?: readonly string[] };
  if (!can.focusMode?.includes('continuous')) return;
  const set: CardConstraints = { focusMode: 'continuous' };
  await track.applyConstraints({ advanced: [set] }).catch(() => undefined);
}

/**
 * Asks the lens to focus on a point (fractions of the picture, origin top left). Resolves to whether the
 * camera could be asked; never rejects.
 */
export async function focusAt(track: MediaStreamTrack, x: number, y: number): Promise<boolean> {
  const can = (track.getCapabilities?.() ?? {}) as { focusMode?: readonly string[] };
  if (!can.focusMode?.includes('single-shot')) return false;
  const set: CardConstraints = { focusMode: 'single-shot', pointsOfInterest: [{ x, y }] };
  return track.applyConstraints({ advanced: [set] }).then(
    () => true,
    () => false,
  );
}

export const hasTorch = (track: MediaStreamTrack): boolean =>
  ((track.getCapabilities?.() ?? {}) as { torch?: boolean }).torch === true;

/** Turns the lamp on or off; resolves to whether it obeyed. */
export async function setTorch(track: MediaStreamTrack, on: boolean): Promise<boolean> {
  const set: CardConstraints = { torch: on };
  return track.applyConstraints({ advanced: [set] }).then(
    () => true,
    () => false,
  );
}
