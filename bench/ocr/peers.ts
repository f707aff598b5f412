import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import type { Sample } from './sample.ts';

/** A line as a peer read it, with its upright box in px of the photo. */
export interface PeerLine {
  readonly text: string;
  readonly confidence: number;
  readonly box: readonly [left: number, top: number, right: number, bottom: number];
}

export interface PeerRun {
  readonly sample: Sample;
  readonly lines: readonly PeerLine[];
  readonly milliseconds: number;
}

export interface Peer {
  readonly name: string;
  read(path: string): Promise<readonly PeerLine[]>;
  close(): Promise<void>;
}

/** A reader made of the same networks, used as its README says. */
export async function gutenye(): Promise<Peer> {
  const { default: Ocr } = await import('@gutenye/ocr-node');
  const ocr = (await Ocr.create()) as {
    detect(path: string): Promise<{ text: string; mean: number; box?: [number, number][] }[]>;
  };
  return {
    name: '@gutenye/ocr-node',
    read: async (path) =>
      (await ocr.detect(path)).map(({ text, mean, box = [] }) => {
        const [xs, ys] = [box.map(([x]) => x), box.map(([, y]) => y)];
        return {
          text,
          confidence: mean,
          box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)],
        };
      }),
    close: async () => undefined,
  };
}

/** tesseract.js with the English data of its own npm package; nothing is fetched. */
export async function tesseract(): Promise<Peer> {
  const { createWorker } = await import('tesseract.js');
  const data = dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/eng/package.json'));
  const worker = await createWorker('eng', 1, {
    langPath: join(data, '4.0.0'),
    gzip: true,
    cacheMethod: 'none',
  });
  return {
    name: 'tesseract.js',
    read: async (path) => {
      const { data: page } = await worker.recognize(path, {}, { blocks: true });
      const paragraphs = (page.blocks ?? []).flatMap((block) => block.paragraphs);
      return paragraphs
        .flatMap((paragraph) => paragraph.lines)
        .map(({ text, confidence, bbox }) => ({
          text: text.trim(),
          confidence: confidence / 100,
          box: [bbox.x0, bbox.y0, bbox.x1, bbox.y1] as const,
        }));
    },
    close: async () => void (await worker.terminate()),
  };
}

/** Runs a peer over the samples, each turned as its EXIF says first: neither peer knows EXIF. */
export async function runPeer(peer: Peer, samples: readonly Sample[]): Promise<PeerRun[]> {
  const folder = mkdtempSync(join(tmpdir(), 'kenal-peer-'));
  const runs: PeerRun[] = [];
  try {
    for (const sample of samples) {
      const path = join(folder, 'photo.jpg');
      const { orientation = 1 } = await sharp(sample.bytes).metadata();
      const upright = sharp(sample.bytes).autoOrient().jpeg({ quality: 95 });
      writeFileSync(path, orientation === 1 ? sample.bytes : await upright.toBuffer());
      const started = performance.now();
      const lines = await peer.read(path).catch(() => []);
      runs.push({ sample, lines, milliseconds: performance.now() - started });
    }
  } finally {
    await peer.close();
    rmSync(folder, { recursive: true });
  }
  return runs;
}
