import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { drawCard, film } from '#tools/cards/index.ts';
import { quantile, round } from '../lib/stats.ts';
import { openBrowser } from './browser.ts';
import { MARK, type Tasks, traceTasks } from './tasks.ts';

/** What the page notes down while the camera runs: moments in ms of its clock. */
interface Notes {
  still: number | null;
  shutter: number | null;
}

const PHASES = [
  { name: 'empty', seconds: 3, empty: true },
  { name: 'good', seconds: 6, shake: 0.6 },
];

/**
 * The camera view on a fake camera: an empty desk, then a card that is held still. Time from the first frame
 * with the card that the page presents to the shutter; and, in runs of their own, the main thread's tasks.
 */
export async function live(url: string, runs: number): Promise<Record<string, unknown>> {
  const folder = mkdtempSync(join(tmpdir(), 'kenal-bench-'));
  const path = join(folder, 'camera.mjpeg');
  writeFileSync(path, (await film(drawCard(3, { country: 'my', clear: true }), 3, PHASES)).mjpeg);
  const delays: number[] = [];
  const sights: number[] = [];
  const tasks: Tasks[] = [];
  try {
    for (let run = 0; run < runs; run++) {
      delays.push(
        await onCamera(path, url, async (page, go) => {
          const delay = await timeShutter(page, go);
          sights.push(...(await page.evaluate(() => (globalThis as unknown as Sights).sights)));
          return delay;
        }),
      );
      tasks.push(await onCamera(path, url, watchTasks));
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  const most = (key: keyof Tasks) => round(Math.max(...tasks.map((one) => one[key])));
  return {
    'held still → shutter, ms': { median: round(quantile(delays, 0.5)), highest: round(Math.max(...delays)) },
    'analysis of a camera frame (1280×720 → 640), in the worker': {
      frames: sights.length,
      'median ms': round(quantile(sights, 0.5), 1),
      'p95 ms': round(quantile(sights, 0.95), 1),
    },
    'main thread while the camera runs': {
      'longest task, ms': most('longestWall'),
      'of processor time, ms': most('longestCpu'),
      'over 50 ms': most('over50Wall'),
      'over 50 ms of processor time': most('over50Cpu'),
    },
  };
}

/** Opens the camera view on the film, runs `measure` around it, and ends when the photo is shown. */
async function onCamera<T>(
  film: string,
  url: string,
  measure: (page: Page, run: () => Promise<void>) => Promise<T>,
): Promise<T> {
  const browser = await openBrowser([
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${film}`,
  ]);
  try {
    const page = await browser.newPage({ viewport: { width: 1_280, height: 800 } });
    await page.addInitScript(noteSights);
    await page.goto(`${url}?ui=my`);
    const start = page.getByRole('button', { name: 'Take a photo' });
    await start.waitFor();
    return await measure(page, async () => {
      await start.click();
      const review = page.getByRole('heading', { name: 'Can you read everything?' });
      await review.waitFor({ timeout: 30_000 });
    });
  } finally {
    await browser.close();
  }
}

interface Sights {
  readonly sights: number[];
}

/** Runs in the page before all else: notes what the worker says of each frame's analysis, ms. */
function noteSights(): void {
  const sights: number[] = [];
  const Plain = globalThis.Worker;
  globalThis.Worker = class extends Plain {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      this.addEventListener('message', ({ data }) => {
        if (data.type === 'sight') sights.push(data.took);
      });
    }
  };
  Object.assign(globalThis, { sights });
}

async function timeShutter(page: Page, run: () => Promise<void>): Promise<number> {
  await page.evaluate(watchShutter);
  await run();
  const { still, shutter } = await page.evaluate(() => (globalThis as unknown as { notes: Notes }).notes);
  return still === null || shutter === null ? Number.NaN : shutter - still;
}

async function watchTasks(page: Page, run: () => Promise<void>): Promise<Tasks> {
  await page.evaluate((mark) => {
    const look = () => {
      const video = document.querySelector('video');
      if (video === null) requestAnimationFrame(look);
      else video.requestVideoFrameCallback(() => performance.mark(mark));
    };
    look();
  }, MARK);
  const end = await traceTasks(await page.context().newCDPSession(page));
  await run();
  return end();
}

/**
 * Runs in the page: looks at the video itself (one pixel of each presented frame) for the moment the card
 * appears, and at the status for the moment the photo is taken.
 */
function watchShutter(): void {
  const notes: Notes = { still: null, shutter: null };
  Object.assign(globalThis, { notes });
  const canvas = new OffscreenCanvas(16, 9);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  let before = -1;
  const look = () => {
    const video = document.querySelector('video');
    if (video === null || context === null) return void requestAnimationFrame(look);
    video.requestVideoFrameCallback(() => {
      context.drawImage(video, 0, 0, 16, 9);
      const blue = context.getImageData(8, 4, 1, 1).data[2] ?? 0;
      // Wood has little blue, MyKad has much.
      if (before >= 0 && blue - before > 60) notes.still = performance.now();
      before = blue;
      if (notes.shutter === null) look();
    });
  };
  look();
  const watch = setInterval(() => {
    if (document.querySelector('.k-camera [role=status]')?.textContent !== 'Photo taken') return;
    notes.shutter = performance.now();
    clearInterval(watch);
  }, 5);
}
