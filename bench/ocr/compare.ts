import { createEngine } from '#src/engine/index.ts';
import { peerFigures } from './peer-fields.ts';
import { gutenye, runPeer, tesseract } from './peers.ts';
import type { Sample } from './sample.ts';
import { quantile, wilson } from './score.ts';
import type { PeerComparison } from './table.ts';

/** Photos that are read before the times count: compilers settle. */
const WARM_UP = 12;

/** Kenal, then each peer, on the same photos, one at a time, each alone in the process's care. */
export async function comparePeers(photos: readonly Sample[]): Promise<PeerComparison> {
  const kenal = await runKenal(photos);
  const others: PeerComparison['others'][number][] = [];
  for (const open of [gutenye, tesseract]) {
    const peer = await open();
    others.push(await peerFigures(peer.name, await runPeer(peer, photos)));
  }
  return { photos: photos.length, kenal, others };
}

async function runKenal(photos: readonly Sample[]): Promise<PeerComparison['kenal']> {
  const engine = await createEngine();
  await engine.warm;
  for (const { country, bytes } of photos.slice(0, WARM_UP)) await engine.read(country, bytes);
  let [right, all] = [0, 0];
  const times: number[] = [];
  for (const { country, bytes, message } of photos) {
    const started = performance.now();
    const reply = await engine.read(country, bytes);
    times.push(performance.now() - started);
    for (const [field, want] of Object.entries(message ?? {})) {
      all += 1;
      if (reply.status === 'OK' && reply.message[field] === want) right += 1;
    }
  }
  await engine.close();
  times.sort((a, b) => a - b);
  return { exact: wilson(right, all), p50: quantile(times, 0.5) };
}
