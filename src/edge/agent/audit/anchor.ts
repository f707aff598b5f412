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
async function idOf(vault: Vault, window: number): Promise<string> {
  const mac = await vault.mac('anchor-id', String(window));
  return mac.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

const macOf = (vault: Vault, { window, previous, heads }: Omit<Anchor, 'mac'>): Promise<string> =>
  vault.mac('anchor', JSON.stringify([window, previous, heads]));

/**
 * Writes where the chains of the audit end into a signed object among the images, outside of the database: what is
 * cut off or dropped afterwards is missed there.
 * @param window number of the five minutes that have passed; writing it again only adds to it.
 * @returns when more is to be written, ms; null if nothing is.
 */
export async function writeAnchor(
  { store, images, keys, clock }: Pick<EdgeDeps, 'store' | 'images' | 'keys' | 'clock'>,
  window: number,
): Promise<number | null> {
  const vault = createVault(store.secrets, keys);
  const loose = await store.audit.loose(MAX_HEADS);
  if (loose.length === 0) return null;
  const earlier = await readAnchor({ images, vault }, window);
  const last = await store.audit.lastAnchor();
  const content = {
    window,
    previous: earlier?.previous ?? (last < window ? last : 0),
    heads: [
      ...(earlier?.heads ?? []),
      ...loose.map(({ chain, seq, hash }): [string, number, string] => [chain, seq, hash]),
    ],
  };
  const id = await idOf(vault, window);
  await images.put(id, utf8(JSON.stringify({ ...content, mac: await macOf(vault, content) })));
  await images.persist(id);
  await store.audit.anchored(loose, window);
  return loose.length === MAX_HEADS ? clock.now() : null;
}

/**
 * The anchor of a window; null if there is none.
 * @throws Error if it was not signed by this deployment.
 */
export async function readAnchor(
  { images, vault }: { images: EdgeDeps['images']; vault: Vault },
  window: number,
): Promise<Anchor | null> {
  const bytes = await images.get(await idOf(vault, window));
  if (!bytes) return null;
  const parsed = anchor.safeParse(JSON.parse(text(bytes)));
  if (!parsed.success || parsed.data.mac !== (await macOf(vault, parsed.data)))
    throw new Error(`The anchor of window ${window} is not ours`);
  return parsed.data;
}

export const windowOf = (at: number): number => Math.floor(at / ANCHOR_WINDOW_MS) + 1;
