import { type CaptureWorker, startWorker } from '#src/features/capture/worker/client.ts';
import type { Reply } from '#src/features/capture/worker/protocol.ts';
import type { PreparedPhoto } from '#src/lib/photo.ts';
import { peers } from './peers.ts';

type Sight = Extract<Reply, { type: 'sight' }>;

let worker: CaptureWorker | null = null;
const CAMERA_START_MS = 500;

async function running(): Promise<CaptureWorker> {
  if (worker === null) {
    worker = startWorker();
    await worker.ready;
    // What a camera takes to start at least: the worker practises meanwhile.
    await new Promise((resolve) => setTimeout(resolve, CAMERA_START_MS));
  }
  return worker;
}

const get = async (url: string): Promise<Blob> => (await fetch(url)).blob();

async function frameOf(url: string, longSide: number): Promise<ImageBitmap> {
  const whole = await createImageBitmap(await get(url));
  const scale = longSide / Math.max(whole.width, whole.height);
  const resizeWidth = Math.round(whole.width * scale);
  const small = await createImageBitmap(whole, { resizeWidth, resizeQuality: 'high' });
  whole.close();
  return small;
}

const base64 = async (blob: Blob): Promise<string> => {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  for (let i = 0; i < bytes.length; i += 0x8000)
    text += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(text);
};

/** What the bench does in the page; everything given and returned survives `page.evaluate`. */
export const handles = {
  photos: [] as PreparedPhoto[],

  /** Analyses the picture once, as a frame of `longSide` px never seen before, in the capture worker. */
  async look(url: string, longSide: number): Promise<Pick<Sight, 'sight' | 'took'>> {
    const bitmap = await frameOf(url, longSide);
    const client = await running();
    return new Promise((resolve) => {
      client.onSight = ({ sight, took }) => resolve({ sight, took });
      client.unwatch();
      client.frame(bitmap, performance.now(), bitmap.width, bitmap.height);
    });
  },

  /** File to upload-ready, in the capture worker; the code of its failure where it is stopped. */
  async prepare(url: string, sure = false) {
    const file = await get(url);
    const client = await running();
    const began = performance.now();
    try {
      const photo = await client.prepare(file, { sure });
      const ms = performance.now() - began;
      const { width, height, jpegQuality, card, quality, warnings } = photo;
      return {
        ms,
        bytes: photo.blob.size,
        width,
        height,
        jpegQuality,
        card,
        quality,
        warnings,
        jpeg: await base64(photo.blob),
      };
    } catch (cause) {
      const ms = performance.now() - began;
      return { ms, failed: cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause) };
    }
  },

  /** browser-image-compression on the main thread's terms, with its own defaults but for the limit. */
  async library(url: string) {
    const { default: compress } = await import('browser-image-compression');
    const blob = await get(url);
    const file = new File([blob], 'card.jpg', { type: blob.type });
    const began = performance.now();
    const result = await compress(file, { maxSizeMB: 150_000 / 1_048_576, useWebWorker: false });
    const ms = performance.now() - began;
    const bitmap = await createImageBitmap(result);
    const { width, height } = bitmap;
    bitmap.close();
    return { ms, bytes: result.size, width, height, jpeg: await base64(result) };
  },

  peers,
  frameOf,
};
