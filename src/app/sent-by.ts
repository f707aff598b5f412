import * as z from 'zod/mini';
import { toJson } from '#src/lib/api/client.ts';
import { openSession } from '#src/lib/api/sessions.ts';
import { SENT_KEY, tabCache } from '#src/lib/storage.ts';

const kept = z.object({ id: z.string(), token: z.string() });

/** Keeps by whom an application was sent, so that this tab can go on with it on its page. */
export function keepSentBy(id: string, token: string | null): void {
  if (token !== null) tabCache.set(SENT_KEY, JSON.stringify({ id, token }));
}

/** A fresh token of the session that sent this application; null where this tab did not, or it is over. */
export async function sentBy(id: string): Promise<string | null> {
  const { data } = kept.safeParse(toJson(tabCache.get(SENT_KEY) ?? ''));
  if (data?.id !== id) return null;
  return openSession(data.token).then(
    ({ token }) => token,
    () => null,
  );
}
