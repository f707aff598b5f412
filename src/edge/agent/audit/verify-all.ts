import { createVault } from '../../crypto/vault.ts';
import type { EdgeDeps } from '../../deps.ts';
import type { AuditHead, AuditRow } from '../../stores/audit.ts';
import { auditSign } from '../desk.ts';
import { readAnchor, windowOf } from './anchor.ts';
import { brokenLink, type ChainFault } from './verify.ts';

const PAGE = 2000;

interface AuditFault {
  readonly chain: string;
  readonly seq: number;
  /** `unanchored`: the chain does not hold what an anchor outside of the database vouches for. */
  readonly fault: ChainFault | 'unanchored';
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

/** What anchors vouch for: by chain, the hash of each link that was its end at some time. */
async function vouched(deps: Deps) {
  const vault = createVault(deps.store.secrets, deps.keys);
  const known = new Map<string, Map<number, string>>();
  let anchors = 0;
  const take = async (window: number): Promise<number> => {
    const found = await readAnchor({ images: deps.images, vault }, window);
    if (!found) return 0;
    anchors++;
    for (const [chain, seq, hash] of found.heads) {
      const links = known.get(chain) ?? new Map<number, string>();
      known.set(chain, links.set(seq, hash));
    }
    return found.previous;
  };
  // The database says which was the last; if it lies, the later ones are found all the same.
  const last = await deps.store.audit.lastAnchor();
  const oldest = last > 0 ? last : windowOf((await deps.store.audit.oldest()) ?? deps.clock.now());
  for (let window = windowOf(deps.clock.now()); window >= oldest; window--)
    if (window !== last) await take(window);
  for (let window = last; window > 0; window = await take(window));
  return { known, anchors };
}

/**
 * Verifies the whole audit: every link of every chain, that no chain is shorter than its head says, and that it
 * holds all that the anchors vouch for.
 */
export async function verifyAudit(deps: Deps): Promise<AuditReport> {
  const sign = await auditSign(createVault(deps.store.secrets, deps.keys));
  const heads = await headsOf(deps);
  const { known, anchors } = await vouched(deps);
  const faults: AuditFault[] = [];
  let links = 0;
  let count = 0;
  for await (const chain of chains(deps)) {
    const name = chain[0]?.chain ?? '';
    count++;
    links += chain.length;
    const broken = await brokenLink(sign, chain, heads.get(name) ?? null);
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
