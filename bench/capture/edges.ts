import type { Page } from '@playwright/test';
import { type Quad, quadIoU } from '#src/imaging/index.ts';
import { capture, drawCard, encodeJpeg } from '#tools/cards/index.ts';
import { quantile, round } from '../lib/stats.ts';
import type { handles } from './page/handles.ts';
import type { PeerName } from './page/peers.ts';
import type { BenchServer } from './serve.ts';

declare global {
  /** What the bench page offers. */
  var kenal: typeof handles;
}

const FRAME_SIDE = 640;
/** Looks at the first frame before any is counted: a camera's frames come by the hundred. */
const WARM_UPS = 40;
/** Looks at each frame, of which the fastest counts: other processes take time from the rest. */
const LOOKS = 3;
const PEERS = ['scanic', 'jscanify'] as const satisfies readonly PeerName[];
type Finder = 'ours' | PeerName;
const look = ([url, side]: readonly [string, number]) => kenal.look(url, side);
type Corners = readonly (readonly [number, number])[];

/** A peer may begin at any corner and run either way; the best reading counts. */
function bestIoU(corners: Corners | null, truth: Quad): number {
  if (corners === null || corners.length !== 4) return 0;
  const turns = [corners, [...corners].reverse()].flatMap((list) =>
    [0, 1, 2, 3].map((k) => [0, 1, 2, 3].map((i) => list[(i + k) % 4]) as unknown as Quad),
  );
  return Math.max(...turns.map((quad) => quadIoU(quad, truth)));
}

const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;

/**
 * Corners of drawn cards in frames of 640 px: ours against scanic and jscanify on the same frames, and what each
 * frame costs. Ours is the whole analysis of a frame never seen before (reading it, finding the card without
 * following it, judging it, motion); theirs is finding alone, from a canvas to corners. `ours / theirs` is the
 * middle of the ratios frame by frame, which other work on the machine hardly moves.
 */
export async function edges(
  page: Page,
  server: BenchServer,
  count: number,
): Promise<Record<string, unknown>> {
  await page.addScriptTag({
    type: 'module',
    content: `import * as scanic from '/node_modules/scanic/dist/scanic.js'; globalThis.scanic = scanic;`,
  });
  await page.addScriptTag({ url: '/node_modules/jscanify/src/opencv.js' });
  await page.addScriptTag({ url: '/node_modules/jscanify/src/jscanify.js' });
  await page.waitForFunction(() => {
    const { scanic, cv } = globalThis as { scanic?: unknown; cv?: { Mat?: unknown } };
    return scanic !== undefined && cv?.Mat !== undefined;
  });
  const ms: Record<Finder, number[]> = { ours: [], scanic: [], jscanify: [] };
  const iou: Record<Finder, number[]> = { ours: [], scanic: [], jscanify: [] };
  for (let seed = 0; seed < count; seed++) {
    const card = drawCard(500 + seed, { country: seed % 2 === 0 ? 'my' : 'pk' });
    const raw = await capture(card, `edges/${seed}`, { level: seed % 3 === 2 ? 'hard' : 'good', crop: 0 });
    const url = `/frame-${seed}.jpg`;
    server.offer(url, await encodeJpeg(raw));
    const scale = FRAME_SIDE / Math.max(raw.shot.width, raw.shot.height);
    const truth = raw.truth.quad.map(([x, y]) => [x * scale, y * scale]) as unknown as Quad;
    for (let i = 0; i < (seed === 0 ? WARM_UPS : 0); i++)
      await page.evaluate(look, [url, FRAME_SIDE] as const);
    const looks = [];
    for (let i = 0; i < LOOKS; i++) looks.push(await page.evaluate(look, [url, FRAME_SIDE] as const));
    const [first] = looks;
    if (first === undefined) continue;
    ms.ours.push(Math.min(...looks.map(({ took }) => took)));
    const { sight } = first;
    const ours = sight.card?.quad.map(([x, y]) => [x * sight.width, y * sight.height] as const) ?? null;
    iou.ours.push(bestIoU(ours, truth));
    for (const name of PEERS) {
      const ask = async ([u, s, peer]: readonly [string, number, PeerName]) =>
        kenal.peers(peer, await kenal.frameOf(u, s));
      for (let i = 0; i < (seed === 0 ? WARM_UPS : 0); i++) {
        await page.evaluate(ask, [url, FRAME_SIDE, name] as const);
      }
      const replies = [];
      for (let i = 0; i < LOOKS; i++)
        replies.push(await page.evaluate(ask, [url, FRAME_SIDE, name] as const));
      ms[name].push(Math.min(...replies.map((reply) => reply.ms)));
      iou[name].push(bestIoU(replies[0]?.corners ?? null, truth));
    }
  }
  const figures: Record<string, unknown> = { 'frames for edges': count };
  for (const name of ['ours', ...PEERS] as const) {
    figures[`edges, ${name}`] = {
      'mean IoU': round(mean(iou[name]), 3),
      'IoU over .9': round(iou[name].filter((one) => one > 0.9).length / count, 3),
      'median ms': round(quantile(ms[name], 0.5), 1),
      'p95 ms': round(quantile(ms[name], 0.95), 1),
    };
  }
  for (const name of PEERS) {
    const ratios = ms.ours.map((one, i) => one / (ms[name][i] ?? Number.NaN));
    figures[`time per frame, ours / ${name}`] = round(quantile(ratios, 0.5), 2);
  }
  return figures;
}
