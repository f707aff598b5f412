type Still = {
  takePhoto(settings?: { imageWidth?: number; imageHeight?: number }): Promise<Blob>;
  getPhotoCapabilities(): Promise<{ imageWidth?: { max: number }; imageHeight?: { max: number } }>;
};
type StillClass = new (track: MediaStreamTrack) => Still;

/** A still must have this many times the video's width to be worth its second of waiting. */
const WORTH = 1.4;
/** Card width in px of the video that needs no better still. */
const ENOUGH = 1_000;
/** Some Android drivers never answer; the frame in hand is the photo then. */
const TIMEOUT_MS = 2_500;

/**
 * A still from the sensor, where ImageCapture gives clearly more than the video does and the card in the video
 * has too few pixels. Null otherwise, and whenever the camera fails or takes too long.
 */
export async function betterStill(track: MediaStreamTrack, cardWidth: number | null): Promise<Blob | null> {
  const Capture = (globalThis as { ImageCapture?: StillClass }).ImageCapture;
  if (Capture === undefined || (cardWidth !== null && cardWidth >= ENOUGH)) return null;
  try {
    const capture = new Capture(track);
    const can = await capture.getPhotoCapabilities();
    const { width = 0, height = 0 } = track.getSettings();
    const most = Math.max(can.imageWidth?.max ?? 0, can.imageHeight?.max ?? 0);
    if (most < Math.max(width, height) * WORTH) return null;
    const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), TIMEOUT_MS));
    return await Promise.race([capture.takePhoto(), late]);
  } catch {
    return null;
  }
}
