import type { Page } from '@playwright/test';
import { createEngine } from '#src/engine/index.ts';
import { drawCard, photograph } from '#tools/cards/index.ts';
import { round } from '../lib/stats.ts';
import type { BenchServer } from './serve.ts';

const PHONE = { width: 4_032, height: 3_024, quality: 90, qualityAgain: 0 } as const;

interface Tally {
  right: number;
  fields: number;
  bytes: number;
  sent: number;
  stopped: number;
}

/**
 * Twelve-megapixel photos through ours and through browser-image-compression, both to 150 KB, and what the
 * engine then reads: fields that equal the card's, of all fields.
 */
export async function reading(
  page: Page,
  server: BenchServer,
  count: number,
): Promise<Record<string, unknown>> {
  const engine = await createEngine({ threads: 1 });
  await engine.warm;
  const tallies: Record<string, Tally> = {};
  const only = { ours: 0, library: 0 };
  async function score(
    name: string,
    country: string,
    jpeg: string | null,
    truth: Readonly<Record<string, string>>,
  ): Promise<ReadonlySet<string>> {
    tallies[name] ??= { right: 0, fields: 0, bytes: 0, sent: 0, stopped: 0 };
    const tally = tallies[name];
    tally.fields += Object.keys(truth).length;
    if (jpeg === null) {
      tally.stopped += 1;
      return new Set();
    }
    const bytes = Buffer.from(jpeg, 'base64');
    tally.bytes += bytes.length;
    tally.sent += 1;
    const reply = await engine.read(country, bytes);
    const message = reply.status === 'OK' ? (reply.message as Readonly<Record<string, string>>) : {};
    const right = Object.keys(truth).filter((key) => message[key] === truth[key]);
    tally.right += right.length;
    return new Set(right);
  }
  try {
    for (let seed = 0; seed < count; seed++) {
      const country = seed % 2 === 0 ? 'my' : 'pk';
      const level = seed % 4 < 2 ? 'good' : 'hard';
      const card = drawCard(900 + seed, { country });
      const cardWidth = 1_200 + ((seed * 379) % 1_800);
      const photo = await photograph(card, `reading/${seed}`, { level, ...PHONE, cardWidth });
      const url = `/reading-${seed}.jpg`;
      server.offer(url, photo.jpeg);
      const truth = card.message ?? {};
      const ours = await page.evaluate((u) => kenal.prepare(u), url);
      const theirs = await page.evaluate((u) => kenal.library(u), url);
      const fromOurs = await score(`ours, ${level}`, country, 'failed' in ours ? null : ours.jpeg, truth);
      const fromTheirs = await score(`library defaults, ${level}`, country, theirs.jpeg, truth);
      only.ours += [...fromOurs].filter((key) => !fromTheirs.has(key)).length;
      only.library += [...fromTheirs].filter((key) => !fromOurs.has(key)).length;
    }
  } finally {
    await engine.close();
  }
  const table = Object.fromEntries(
    Object.entries(tallies).map(([name, { right, fields, bytes, sent, stopped }]) => [
      `fields read, ${name}`,
      {
        share: round(right / fields, 3),
        of: fields,
        'mean KB': round(bytes / Math.max(1, sent) / 1_000),
        stopped,
      },
    ]),
  );
  return {
    ...table,
    'photos for reading': count,
    'fields read only from ours / only from the library’s': only,
  };
}
