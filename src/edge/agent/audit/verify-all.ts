import { createVault } from '../../crypto/vault.ts';
import type { EdgeDeps } from '../../deps.ts';
import type { AuditHead, AuditRow } from '../../stores/audit.ts';
import { auditSign } from '../desk.ts';
import { type Anchor, newestWindow, readAnchor, windowOf } from './anchor.ts';
import { brokenLink, type ChainFault } from './verify.ts';

const PAGE = 2000;

interface AuditFault {
  readonly chain: string;
  readonly seq: number;
  /**
   * `unanchored`: the chain does not hold what an anchor outside of the database vouches for. `anchor_gone`: an
   * anchor that the next one names is not there; then `seq` is the number of its window.
   */
  readonly fault: ChainFault | 'unanchored' | 'anchor_gone';
}

export interface AuditReport {
  readonly chains: number;
  readonly links: number;
  readonly anchors: number;
  readonly faults: readonly AuditFault[];
}

type Deps = Pick<EdgeDeps, 'store' | 'images' | 'keys' | 'clock'>;

/** All links, chain by chain. */
async function* chains({ store }: Deps): AsyncGenerator<readonly AuditRow[]> {
  let chain: AuditRow[] = [];
  let after: readonly [string, number] | null = null;
  for (;;) {
    const rows: readonly AuditRow[] = await store.audit.links(after, PAGE);
    for (const row of rows) {
      if (chain.length > 0 && chain[0]?.chain !== row.chain) {
        yield chain;
        chain = [];
      }
      chain.push(row);
    }
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) break;
    after = [last.chain, last.seq];
  }
  if (chain.length > 0) yield chain;
}

async function headsOf({ store }: Deps): Promise<Map<string, AuditHead>> {
  const heads = new Map<string, AuditHead>();
  for (let after = ''; ; ) {
    const page = await store.audit.heads(after, PAGE);
    for (const head of page) heads.set(head.chain, head);
    const last = page.at(-1);
    if (!last || page.length < PAGE) return heads;
    after = last.chain;
  }
}

/** What stands for the anchors where a fault names a chain. */
const ANCHORS = 'anchors';

/** What anchors vouch for: by chain, the hash of each link that was its end at some time. */
async function vouched(deps: Deps) {
  const where = { images: deps.images, vault: createVault(deps.store.secrets, deps.keys) };
  const known = new Map<string, Map<number, string>>();
  const faults: AuditFault[] = [];
  let anchors = 0;
  const take = async (window: number): Promise<Anchor | null> => {
    const found = await readAnchor(where, window);
    if (!found) return null;
    anchors++;
    for (const [chain, seq, hash] of found.heads) {
      const links = known.get(chain) ?? new Map<number, string>();
      known.set(chain, links.set(seq, hash));
    }
    return found;
  };
  // The database and the note among the images say which was the last; later ones are found all the same.
  const last = Math.max(await deps.store.audit.lastAnchor(), await newestWindow(where));
  if (last > 0) for (let window = windowOf(deps.clock.now()); window > last; window--) await take(window);
  for (let window = last; window > 0; ) {
    const found = await take(window);
    const lost = found === null || found.previous >= window;
    if (lost) faults.push({ chain: ANCHORS, seq: window, fault: 'anchor_gone' });
    window = lost ? 0 : found.previous;
  }
  return { known, anchors, faults };
}

/**
 * Verifies the whole audit: every link of every chain, that no chain is shorter than its head says, and that it
 * holds all that the anchors vouch for. The server may go on writing meanwhile: heads and anchors are read first, so
 * that chains hold at least what these say.
 */
export async function verifyAudit(deps: Deps): Promise<AuditReport> {
  const sign = await auditSign(createVault(deps.store.secrets, deps.keys));
  const heads = await headsOf(deps);
  const { known, anchors, faults } = await vouched(deps);
  let links = 0;
  let count = 0;
  for await (const chain of chains(deps)) {
    const name = chain[0]?.chain ?? '';
    count++;
    links += chain.length;
    const broken = await brokenLink(sign, ...(await withHead(deps, chain, heads.get(name))));
    if (broken) faults.push({ chain: name, ...broken });
    for (const [seq, hash] of known.get(name) ?? [])
      if (chain[seq - 1]?.hash !== hash) faults.push({ chain: name, seq, fault: 'unanchored' });
    heads.delete(name);
    known.delete(name);
  }
  for (const { chain } of heads.values()) faults.push({ chain, seq: 1, fault: 'cut' });
  for (const [chain, ends] of known)
    for (const seq of ends.keys()) faults.push({ chain, seq, fault: 'unanchored' });
  return { chains: count, links, anchors, faults };
}

/** A chain with its head; one that had none when heads were read may have begun since, and is read again. */
async function withHead(
  { store }: Deps,
  chain: readonly AuditRow[],
  head: AuditHead | undefined,
): Promise<[readonly AuditRow[], AuditHead | null]> {
  if (head) return [chain, head];
  const name = chain[0]?.chain ?? '';
  const late = await store.audit.head(name);
  return [await store.audit.chain(name), late];
}
