/** What a browser tells of one camera. Labels are empty until the camera was allowed. */
export interface CameraDevice {
  readonly deviceId: string;
  readonly label: string;
  readonly facing: 'environment' | 'user' | null;
  /** Largest picture in px along the long side; null where the browser does not tell. */
  readonly maxSide: number | null;
  /** Null where the browser does not tell; false for fixed-focus lenses. */
  readonly autofocus: boolean | null;
  readonly torch: boolean | null;
}

type Lens = 'main' | 'combined' | 'ultra-wide' | 'telephoto' | 'macro' | 'depth' | 'virtual' | 'infrared';

/**
 * "Ultra" is in Apple's name of the lens in nearly every language; Android's vendors write the rest, if
 * anything, in English. Combined lenses (Dual, Triple) jump between lenses while one aims: usable, not first.
 */
const LENS_WORDS: readonly (readonly [Lens, RegExp])[] = [
  ['virtual', /virtual|obs\b|snap camera|manycam|xsplit|mmhmm|droidcam|ndi|desk view/i],
  ['infrared', /\bir\b|infrared|windows hello|depth sensor/i],
  ['macro', /macro|makro/i],
  ['ultra-wide', /ultra|0[.,]5\s*x|fisheye|الٹرا/i],
  ['telephoto', /tele|zoom|\b[2-9]x\b/i],
  ['depth', /\bdepth\b|\btof\b|truedepth/i],
  ['combined', /dual|triple/i],
];

const BACK_WORDS = /\bback\b|\brear\b|environment|belakang|trasera|arrière|rück|پچھلا|عقبی/i;
const FRONT_WORDS = /\bfront\b|\buser\b|facetime|selfie|depan|hadapan|frontal|avant|سامنے/i;

/** The side that a camera looks to: as the browser says, else by its label. */
export function facingOf(device: CameraDevice): 'environment' | 'user' | null {
  if (device.facing !== null) return device.facing;
  if (BACK_WORDS.test(device.label)) return 'environment';
  return FRONT_WORDS.test(device.label) ? 'user' : null;
}

/** The lens that a label names; a label that names none is the main one. */
function lensOf(device: CameraDevice): Lens {
  return LENS_WORDS.find(([, words]) => words.test(device.label))?.[0] ?? 'main';
}

/** Chrome on Android numbers its cameras ("camera2 0, facing back"); 0 is the main rear lens by convention. */
function indexOf(device: CameraDevice): number {
  const match = /camera2?\s+(\d+)/i.exec(device.label);
  return match === null ? 0 : Number(match[1]);
}

const LENS_COST: Record<Lens, number> = {
  main: 0,
  combined: 10,
  telephoto: 40,
  'ultra-wide': 50,
  macro: 60,
  depth: 80,
  virtual: 90,
  infrared: 95,
};
/** A rear camera of any lens suits a card better than a selfie camera, but not better than a real one's fault. */
const SELFIE_COST = 55;
/** Auxiliary rear lenses of Android phones (macro, ultra-wide) bear no name; no autofocus gives them away. */
const FIXED_FOCUS_COST = 30;
/** Macro and depth sensors have 2 megapixels (1,600 px) where the main one has 12 and more. */
const SMALL_SENSOR_SIDE = 1_700;
const SMALL_SENSOR_COST = 20;
const NO_TORCH_COST = 4;

/** Unfitness of a camera for photographing a card: lower is better, ties go to the browser's own order. */
function cost(device: CameraDevice): number {
  const rear = facingOf(device) === 'environment';
  let sum = LENS_COST[lensOf(device)] + Math.min(indexOf(device), 9);
  if (facingOf(device) === 'user') sum += SELFIE_COST;
  if (rear && device.autofocus === false) sum += FIXED_FOCUS_COST;
  if (rear && device.maxSide !== null && device.maxSide < SMALL_SENSOR_SIDE) sum += SMALL_SENSOR_COST;
  if (rear && device.torch === false) sum += NO_TORCH_COST;
  return sum;
}

/** All cameras, the fittest first; the remembered one leads while it is still there. */
export function rank(devices: readonly CameraDevice[], remembered: string | null = null): CameraDevice[] {
  const key = (device: CameraDevice) => (device.deviceId === remembered ? -1 : cost(device));
  return devices
    .map((device, order) => ({ device, order, key: key(device) }))
    .sort((a, b) => a.key - b.key || a.order - b.order)
    .map(({ device }) => device);
}

/**
 * The camera to change to, if any: the remembered one, or one that is clearly fitter. Equals stay, because
 * some browsers let the person pick in the prompt.
 */
export function better(
  ranked: readonly CameraDevice[],
  current: CameraDevice,
  remembered: string | null,
): CameraDevice | null {
  const [best] = ranked;
  if (best === undefined || best.deviceId === current.deviceId) return null;
  return best.deviceId === remembered || cost(best) < cost(current) ? best : null;
}

/** A desktop webcam or a selfie camera shows its user as a mirror would; a rear camera never. */
export const isMirrored = (device: CameraDevice): boolean => facingOf(device) !== 'environment';

interface Capabilities {
  readonly facingMode?: readonly string[];
  readonly width?: { readonly max?: number };
  readonly height?: { readonly max?: number };
  readonly focusMode?: readonly string[];
  readonly torch?: boolean;
}

/** Reads one enumerated device; `getCapabilities` exists in Chromium and in Safari from 17 on. */
export function describe(info: MediaDeviceInfo): CameraDevice {
  const source = info as MediaDeviceInfo & { getCapabilities?: () => Capabilities };
  const can = source.getCapabilities?.() ?? {};
  const facing = can.facingMode?.[0];
  const side = Math.max(can.width?.max ?? 0, can.height?.max ?? 0);
  return {
    deviceId: info.deviceId,
    label: info.label,
    facing: facing === 'environment' || facing === 'user' ? facing : null,
    maxSide: side === 0 ? null : side,
    autofocus: can.focusMode === undefined ? null : can.focusMode.some((mode) => mode !== 'manual'),
    torch: can.torch ?? null,
  };
}
