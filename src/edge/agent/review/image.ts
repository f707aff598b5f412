import { openSealed } from '../../applications/record.ts';
import { open } from '../../crypto/seal.ts';
import { HttpProblem } from '../../problem.ts';
import { imageContext } from '../../readings/stored.ts';
import { byAgent, type Desk } from '../desk.ts';

/**
 * The image of an attempt as the customer sent it (the latest, if `attempt` is null). Opening it is written down
 * before it is opened.
 * @throws HttpProblem not_found.
 */
export async function openImage(
  desk: Desk,
  id: string,
  attempt: number | null,
  agentId: string,
): Promise<Response> {
  const { store, keys, images } = desk.deps;
  const [row, line] = await Promise.all([store.applications.find(id), store.queue.find(id)]);
  if (!row || !line) throw new HttpProblem('not_found');
  const wanted = attempt ?? line.attempt;
  const past = wanted === line.attempt ? null : await store.reviews.attempts(id);
  const sealed = past ? past.find((each) => each.attempt === wanted)?.sealed : row.sealed;
  if (!sealed) throw new HttpProblem('not_found');
  const key = await keys.openDataKey(row.data_key);
  const { readingId } = await openSealed(key, id, sealed);
  const reading = readingId === null ? null : await store.reviews.reading(id, readingId);
  const stored = reading?.image_type ? await images.get(reading.id) : null;
  if (!reading?.image_type || !stored) throw new HttpProblem('not_found');
  await desk.record(id, 'application.image_viewed', byAgent(agentId), { attempt: wanted });
  const bytes = await open(key, imageContext(reading.id), stored);
  return new Response(bytes, {
    headers: { 'content-type': reading.image_type, 'cache-control': 'no-store' },
  });
}
