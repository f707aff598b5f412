import * as z from 'zod/mini';
import { text, utf8 } from '../../crypto/bytes.ts';
import { createVault, type Vault } from '../../crypto/vault.ts';
import type { EdgeDeps } from '../../deps.ts';
import { ANCHOR_WINDOW_MS } from '../../stores/audit.ts';

/** Ends of chains in one anchor; more wait for the next turn. */
const MAX_HEADS = 20_000;

const head = z.tuple([z.string(), z.number(), z.string()]);
const anchor = z.object({
  window: z.number(),
  /** The window of the anchor before this one; 0: this is the first. */
  previous: z.number(),
  heads: z.array(head),
  mac: z.string(),
});
export type Anchor = z.infer<typeof anchor>;

/** Under which name an anchor lies among the images: nobody without the vault can tell it from one of them. */
export async function anchorId(vault: Vault, window: number): Promise<string> {
  const mac = await vault.mac('anchor-id', String(window));
  return mac.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

const macOf = (vault: Vault, { window, previous, heads }: Omit<Anchor, 'mac'>): Promise<string> =>
  vault.mac('anchor', JSON.stringify([window, previous, heads]));

/**
 * Under which name the newest window is written down, whatever the database says of it: a name that does not change
 * and is no secret, so that it is found even where everything in the database is gone.
 */
const NEWEST_ID = '00000000-0000-4000-8000-000000000001';
const newest = z.object({ window: z.number(), mac: z.string() });
const newestMac = (vault: Vault, window: number): Promise<string> =>
  vault.mac('anchor-newest', String(window));

interface Where {
  readonly images: EdgeDeps['images'];
  readonly vault: Vault;
}

const notOurs = (what: string) => new Error(`${what} was not signed by this deployment`);

/** What lies under an id; null if there is nothing. @throws Error if it is nothing of this form. */
async function read<T>(
  images: Where['images'],
  id: string,
  form: z.ZodMiniType<T>,
  what: string,
): Promise<T | null> {
  const bytes = await images.get(id);
  if (!bytes) return null;
  try {
    return form.parse(JSON.parse(text(bytes)));
  } catch {
    throw notOurs(what);
  }
}

/**
 * The window of the newest anchor, as it stands among the images; 0 if it stands nowhere.
 * @throws Error if it was not signed by this deployment.
 */
export async function newestWindow({ images, vault }: Where): Promise<number> {
  const found = await read(images, NEWEST_ID, newest, 'The note of the newest anchor');
  if (found && found.mac !== (await newestMac(vault, found.window)))
    throw notOurs('The note of the newest anchor');
  return found?.window ?? 0;
}

/**
 * Writes where the chains of the audit end into a signed object among the images, outside of the database: what is
 * cut off or dropped afterwards is missed there. Each anchor names the one before it; one that comes too late (its
 * window was tried again after a fault) adds to the newest, so that none is ever left out of that row.
 * @param window number of the five minutes that have passed; writing it again only adds to it.
 * @returns when more is to be written, ms; null if nothing is.
 */
export async function writeAnchor(
  { store, images, keys, clock }: Pick<EdgeDeps, 'store' | 'images' | 'keys' | 'clock'>,
  window: number,
): Promise<number | null> {
  const vault = createVault(store.secrets, keys);
  const where = { images, vault };
  const loose = await store.audit.loose(MAX_HEADS);
  if (loose.length === 0) return null;
  const noted = await store.audit.lastAnchor();
  const last = Math.max(noted, await newestWindow(where));
  const at = Math.max(window, last);
  const earlier = await readAnchor(where, at);
  const content = {
    window: at,
    // One that was not noted begins anew. One that was noted and is gone names itself: that is found.
    previous: (at === last ? earlier?.previous : undefined) ?? last,
    heads: [
      ...(earlier?.heads ?? []),
      ...loose.map(({ chain, seq, hash }): [string, number, string] => [chain, seq, hash]),
    ],
  };
  await images.replace(
    await anchorId(vault, at),
    utf8(JSON.stringify({ ...content, mac: await macOf(vault, content) })),
  );
  // Another process was first: what it wrote is read again, and added to.
  if (!(await store.audit.anchored(loose, at, noted))) return clock.now();
  if (at > last || noted < last)
    await images.replace(NEWEST_ID, utf8(JSON.stringify({ window: at, mac: await newestMac(vault, at) })));
  return loose.length === MAX_HEADS ? clock.now() : null;
}

/**
 * The anchor of a window; null if there is none.
 * @throws Error if it was not signed by this deployment.
 */
export async function readAnchor({ images, vault }: Where, window: number): Promise<Anchor | null> {
  const what = `The anchor of window ${window}`;
  const found = await read(images, await anchorId(vault, window), anchor, what);
  if (found && (found.window !== window || found.mac !== (await macOf(vault, found)))) throw notOurs(what);
  return found;
}

export const windowOf = (at: number): number => Math.floor(at / ANCHOR_WINDOW_MS) + 1;
