import sharp from 'sharp';
import { findCards, judge, type Quad, quadIoU, type Raster, scaleQuad } from '#src/imaging/index.ts';
import { type Card, capture, drawCard, encodeJpeg, type Level } from '#tools/cards/index.ts';
import { option, quick, report } from '../lib/cli.ts';
import { quantile, round } from '../lib/stats.ts';

/**
 * How well and how fast the card is found in drawn photos. Frames are decoded to `--side` px (640, what the
 * camera view analyses), RGBA. `--photos N` per level and background, `--workers` none: times are of one thread.
 */
const SIDE = Number(option('side', '640'));
const PHOTOS = Number(option('photos', quick ? '3' : '20'));
const BACKGROUNDS = ['wood', 'cloth', 'keyboard', 'clutter', 'hand', 'stone', 'plain'] as const;
/** A quad this close to the truth reads; one below it loses lines. */
const FOUND = 0.9;
/** Timed repeats per frame; the fastest counts, so that other work on the machine does not. */
const REPEATS = 3;

interface Row {
  readonly level: Level;
  readonly background: string;
  readonly medium: string;
  readonly iou: number;
  readonly best: number;
  readonly find: number;
  readonly judge: number;
}

async function frameOf(jpeg: Uint8Array): Promise<{ frame: Raster; scale: number }> {
  const image = sharp(jpeg);
  const { width = 1 } = await image.metadata();
  const { data, info } = await image
    .resize(SIDE, SIDE, { fit: 'inside', withoutEnlargement: true })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return {
    frame: { data, width: info.width, height: info.height, channels: 4 },
    scale: info.width / width,
  };
}

/** Fastest of a few runs, ms. */
function time<T>(run: () => T): [T, number] {
  let least = Infinity;
  let result = run();
  for (let i = 0; i < REPEATS; i++) {
    const start = performance.now();
    result = run();
    least = Math.min(least, performance.now() - start);
  }
  return [result, least];
}

async function measure(
  card: Card,
  level: Level,
  background: (typeof BACKGROUNDS)[number] | 'white',
  seed: string,
): Promise<Row> {
  const raw = await capture(card, seed, { level, background });
  const { frame, scale } = await frameOf(await encodeJpeg(raw));
  const truth: Quad = scaleQuad(raw.truth.quad, scale);
  const [found, find] = time(() => findCards(frame));
  const [, judged] = time(() => judge(frame, found[0]?.quad ?? null));
  const overlaps = found.map((finding) => quadIoU(finding.quad, truth));
  const { medium } = raw.shot;
  return {
    level,
    background,
    medium,
    iou: overlaps[0] ?? 0,
    best: Math.max(0, ...overlaps),
    find,
    judge: judged,
  };
}

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

function summary(rows: readonly Row[]): Record<string, number> {
  const iou = rows.map((row) => row.iou);
  return {
    photos: rows.length,
    meanIoU: round(mean(iou), 4),
    p5IoU: round(quantile(iou, 0.05), 3),
    found: round(mean(iou.map((v) => Number(v > FOUND))), 3),
    foundInFive: round(mean(rows.map((row) => Number(row.best > FOUND))), 3),
  };
}

const cards = Array.from({ length: quick ? 4 : 12 }, (_, i) =>
  drawCard(500 + i, { country: i % 2 === 0 ? 'my' : 'pk' }),
);
const rows: Row[] = [];
for (const level of ['scan', 'good', 'hard'] as const) {
  for (const background of level === 'scan' ? (['white'] as const) : BACKGROUNDS) {
    for (let i = 0; i < PHOTOS * (level === 'scan' ? 3 : 1); i++) {
      const card = cards[rows.length % cards.length]!;
      rows.push(await measure(card, level, background, `bench/find/${level}/${background}/${i}`));
    }
  }
}

const figures: Record<string, unknown> = {};
for (const level of ['scan', 'good', 'hard'] as const)
  figures[level] = summary(rows.filter((row) => row.level === level));
for (const background of BACKGROUNDS) {
  figures[`hard, ${background}`] = summary(
    rows.filter((row) => row.level === 'hard' && row.background === background),
  );
}
// A photocopy on white paper has no outline to find; it is told apart so that it does not hide the rest.
figures['hard, no photocopies'] = summary(
  rows.filter((row) => row.level === 'hard' && row.medium !== 'photocopy'),
);
for (const part of ['find', 'judge'] as const) {
  const ms = rows.map((row) => row[part]);
  figures[`${part} ms`] = { p50: round(quantile(ms, 0.5), 1), p95: round(quantile(ms, 0.95), 1) };
}
const both = rows.map((row) => row.find + row.judge);
figures['frame ms'] = { p50: round(quantile(both, 0.5), 1), p95: round(quantile(both, 0.95), 1) };
report(`Finding the card, frames of ${SIDE} px`, figures);
