import { getDocument, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.min.mjs';
import * as handler from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs';
import { dispose, newCanvas, type Picture } from '../core/photo/canvas.ts';
import { PhotoError } from '../core/photo/errors.ts';

/** pdf.js looks for its worker's code here and then runs it in place: this is a worker already. */
Object.assign(globalThis, { pdfjsWorker: handler });

/** Pages are in points, 72 to the inch; a card scanned at 300 dpi is 1,011 px wide. */
const MAX_SCALE = 6;
/** Long side, px, of a page: a card on A4 takes up 40 % of its width and needs 1,000 px. */
const PAGE_SIDE = 3_600;

/** pdf.js makes its own canvases (for images and masks) through this; its default wants a document. */
class WorkerCanvasFactory {
  create(width: number, height: number) {
    return newCanvas(width, height);
  }
  reset(target: { canvas: OffscreenCanvas }, width: number, height: number) {
    target.canvas.width = width;
    target.canvas.height = height;
  }
  destroy(target: { canvas: OffscreenCanvas }) {
    dispose(target.canvas);
  }
}

/** Filters need SVG in a document; scans have none. */
class NoFilterFactory {
  addFilter = () => 'none';
  addHCMFilter = () => 'none';
  addAlphaFilter = () => 'none';
  addLuminosityFilter = () => 'none';
  addKnockoutFilter = () => 'none';
  addHighlightHCMFilter = () => 'none';
  destroy = () => undefined;
}

/**
 * Draws the first page of a PDF, upright, `longSide` px long at least. Runs where it is called, which is the
 * capture worker; nothing is evaluated. Throws PhotoError.
 */
export async function decodePdf(file: Blob, longSide: number): Promise<Picture> {
  const task = getDocument({
    data: new Uint8Array(await file.arrayBuffer()),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    isOffscreenCanvasSupported: true,
    CanvasFactory: WorkerCanvasFactory,
    FilterFactory: NoFilterFactory,
  } as Parameters<typeof getDocument>[0]);
  try {
    const pdf = await task.promise;
    return await draw(await pdf.getPage(1), Math.max(longSide, PAGE_SIDE));
  } catch (cause) {
    const locked = cause instanceof Error && cause.name === 'PasswordException';
    throw new PhotoError(locked ? 'pdf-locked' : 'damaged', cause);
  } finally {
    await task.destroy();
  }
}

async function draw(page: PDFPageProxy, longSide: number): Promise<Picture> {
  const size = page.getViewport({ scale: 1 });
  const scale = Math.min(MAX_SCALE, longSide / Math.max(size.width, size.height));
  const viewport = page.getViewport({ scale });
  const [width, height] = [Math.round(viewport.width), Math.round(viewport.height)];
  const { canvas, context } = newCanvas(width, height);
  await page.render({
    canvas: null,
    canvasContext: context as CanvasRenderingContext2D,
    viewport,
  }).promise;
  return { source: canvas, width, height, close: () => dispose(canvas) };
}
