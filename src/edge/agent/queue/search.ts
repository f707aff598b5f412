import { QUEUE_PAGE, type SearchReply } from '#src/contract/agent/index.ts';
import { digitsIn } from '#src/contract/plain.ts';
import { parseReference } from '../../applications/reference.ts';
import type { Desk } from '../desk.ts';
import { matchHash } from './index-application.ts';
import { cursorOf, shownLines, shownPage } from './lines.ts';

/** At least so many digits are a card's number, not a part of a name. */
const MIN_DIGITS = 6;

/** Finds by reference, by a card's number, or by a full name; each exactly, by its keyed hash. */
export async function search(
  desk: Desk,
  text: string,
  after: string | undefined,
  agentId: string,
): Promise<SearchReply> {
  const { store, countries } = desk.deps;
  const reference = parseReference(text);
  const found = reference && after === undefined ? await store.queue.byReference(reference) : null;
  if (found) return { items: await shownLines(desk, [found], agentId), next: null, by: 'reference' };
  const cursor = cursorOf(after);
  const number = digitsIn(text).length >= MIN_DIGITS;
  const hashes = number
    ? await Promise.all(countries.map(({ code }) => matchHash.number(desk.vault, code, text)))
    : [await matchHash.name(desk.vault, text)];
  const by = number ? 'number' : 'name';
  const rows = await store.queue.byHash(by, hashes, cursor, QUEUE_PAGE + 1);
  const page = await shownPage(desk, rows, QUEUE_PAGE, agentId);
  return { ...page, by: rows.length > 0 ? by : null };
}
