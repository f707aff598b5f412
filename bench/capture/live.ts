import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drawCard, film } from '#tools/cards/index.ts';
import { quantile, round } from '../lib/stats.ts';
import { openBrowser } from './browser.ts';

/** What the page notes down while the camera runs. */
interface Notes {
  longest: number;
  over50: number;
  shutter: number | null;
  still: number | null;
}

/**
 * The camera view on a fake camera: a card that is moved, then held still. Time from the first still frame
 * that the page shows to the shutter, and the main thread's tasks meanwhile.
 */
export async function live(url: string, runs: number): Promise<Record<string, unknown>> {
  const folder = mkdtempSync(join(tmpdir(), 'kenal-bench-'));
  const path = join(folder, 'camera.mjpeg');
  const card = drawCard(3, { country: 'my', clear: true });
  const phases = [
    { name: 'empty', seconds: 3, empty: true },
    { name: 'good', seconds: 6, shake: 0.6 },
  ];
  writeFileSync(path, (await film(card, 3, phases)).mjpeg);
  const delays: number[] = [];
  const longest: number[] = [];
  let over50 = 0;
  try {
    // Watching the video for the card costs the main thread itself: delays and tasks have runs of their own.
    for (let run = 0; run < 2 * runs; run++) {
      const timing = run % 2 === 0;
      const browser = await openBrowser([
        '--use-fake-ui-for-media-stream',
        '--use-fake-device-for-media-stream',
        `--use-file-for-fake-video-capture=${path}`,
      ]);
      try {
        const page = await browser.newPage({ viewport: { width: 1_280, height: 800 } });
        await page.goto(`${url}?ui=my`);
        await page.getByRole('button', { name: 'Take a photo' }).waitFor();
        await page.evaluate(watchCamera, timing);
        await page.getByRole('button', { name: 'Take a photo' }).click();
        await page.getByRole('heading', { name: 'Can you read everything?' }).waitFor({ timeout: 30_000 });
        const notes = await page.evaluate(() => (globalThis as unknown as { notes: Notes }).notes);
        if (notes.still !== null && notes.shutter !== null) delays.push(notes.shutter - notes.still);
        if (!timing) {
          longest.push(notes.longest);
          over50 += notes.over50;
        }
      } finally {
        await browser.close();
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return {
    'held still → shutter, ms': { median: round(quantile(delays, 0.5)), highest: round(Math.max(...delays)) },
    'main thread while the camera runs': {
      'longest task, ms': round(Math.max(...longest)),
      'over 50 ms': over50,
    },
  };
}

/**
 * Runs in the page: looks at the video itself (a few pixels of each presented frame) for the moment the card
 * appears, and at the status for the moment the photo is taken. Tasks count from the running camera on.
 */
function watchCamera(timing: boolean): void {
  const notes: Notes = { longest: 0, over50: 0, shutter: null, still: null };
  Object.assign(globalThis, { notes });
  const canvas = new OffscreenCanvas(16, 9);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  let began: number | null = null;
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) {
      if (began === null || task.startTime < began || notes.shutter !== null) continue;
      notes.longest = Math.max(notes.longest, task.duration);
      if (task.duration > 50) notes.over50 += 1;
    }
  }).observe({ type: 'longtask' });
  let before = -1;
  const look = () => {
    const video = document.querySelector('video');
    if (video === null || context === null) return void requestAnimationFrame(look);
    video.requestVideoFrameCallback(() => {
      began ??= performance.now();
      if (!timing) return;
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
    if (document.querySelector('[role=status]')?.textContent !== 'Photo taken') return;
    notes.shutter = performance.now();
    clearInterval(watch);
  }, 5);
}
