/** Other card-edge detectors on the same frame; each answers with corners in px of the frame, or null. */
export type PeerName = 'scanic' | 'jscanify';
type Corners = readonly (readonly [number, number])[];

interface PeerReply {
  readonly ms: number;
  readonly corners: Corners | null;
}

interface XY {
  readonly x: number;
  readonly y: number;
}
const clockwise = (corners: Record<string, XY | undefined>, names: readonly string[]): Corners | null => {
  const found = names.map((name) => corners[name]);
  return found.every((point) => point !== undefined) ? found.map(({ x, y }) => [x, y]) : null;
};

/** Not there until its script was loaded by the bench: it is served from `node_modules`, never bundled. */
interface Globals {
  scanic?: {
    detectDocument?: never;
    scanDocument: (image: unknown, options: object) => Promise<{ corners?: Record<string, XY> | null }>;
  };
  jscanify?: new () => {
    findPaperContour(image: unknown): unknown;
    getCornerPoints(contour: unknown): Record<string, XY | undefined>;
  };
  cv?: { imread(canvas: HTMLCanvasElement): { delete(): void } };
}
const globals = globalThis as unknown as Globals;

function canvasOf(frame: ImageBitmap): HTMLCanvasElement {
  const canvas = Object.assign(document.createElement('canvas'), {
    width: frame.width,
    height: frame.height,
  });
  canvas.getContext('2d', { willReadFrequently: true })?.drawImage(frame, 0, 0);
  return canvas;
}

/** Runs one peer; the time covers what it does with a canvas of the frame, as ours covers drawing and reading. */
export async function peers(name: PeerName, frame: ImageBitmap): Promise<PeerReply> {
  const canvas = canvasOf(frame);
  const began = performance.now();
  if (name === 'scanic') {
    const reply = await globals.scanic?.scanDocument(canvas, { mode: 'detect' });
    const corners = reply?.corners ?? null;
    return {
      ms: performance.now() - began,
      corners:
        corners === null ? null : clockwise(corners, ['topLeft', 'topRight', 'bottomRight', 'bottomLeft']),
    };
  }
  const { cv, jscanify: Scanner } = globals;
  if (!cv || !Scanner) throw new Error('jscanify is not loaded');
  const scanner = new Scanner();
  const image = cv.imread(canvas);
  try {
    const contour = scanner.findPaperContour(image);
    const corners = contour ? scanner.getCornerPoints(contour) : {};
    const names = ['topLeftCorner', 'topRightCorner', 'bottomRightCorner', 'bottomLeftCorner'];
    return { ms: performance.now() - began, corners: clockwise(corners, names) };
  } finally {
    image.delete();
  }
}
