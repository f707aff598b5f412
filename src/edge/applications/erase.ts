import { auditSign, SYSTEM } from '../agent/desk.ts';
import { matchHash } from '../agent/queue/index-application.ts';
import { createVault } from '../crypto/vault.ts';
import type { EdgeDeps } from '../deps.ts';
import type { AuditDetail, AuditEvent, AuditMark } from '../stores/audit.ts';
import type { Erased } from '../stores/erasure.ts';
import type { ErasureTable } from '../stores/schema.ts';
import { parseReference } from './reference.ts';

type Deps = Pick<EdgeDeps, 'store' | 'keys' | 'clock'>;

/** One person has fewer applications with one number. */
const MANY = 500;

/** The last link of an application's history: that it was erased, by whom and why. */
export async function erasureMark(
  { store, keys, clock }: Deps,
  id: string,
  actor: AuditEvent['actor'],
  detail: AuditDetail,
): Promise<AuditMark> {
  const sign = await auditSign(createVault(store.secrets, keys));
  return { sign, chain: id, action: 'application.erased', actor, detail, at: clock.now() };
}

/** Erases an application and ends its history; its images become due. @returns null if there is none. */
export async function eraseApplication(
  deps: Deps,
  id: string,
  reason: ErasureTable['reason'],
  actor: AuditEvent['actor'],
  detail: AuditDetail = {},
): Promise<Erased | null> {
  const mark = await erasureMark(deps, id, actor, { ...detail, reason });
  return deps.store.erasure.application(id, reason, deps.clock.now(), mark);
}

export interface ErasedApplication extends Erased {
  readonly id: string;
  readonly reference: string;
}

/** Applications by a reference number or by a card's number. */
async function sought(
  { store, keys, countries }: Deps & Pick<EdgeDeps, 'countries'>,
  what: string,
): Promise<readonly { id: string; reference: string }[]> {
  const reference = parseReference(what);
  const one = reference === null ? null : await store.applications.byReference(reference);
  if (one) return [one];
  const vault = createVault(store.secrets, keys);
  const hashes = await Promise.all(countries.map(({ code }) => matchHash.number(vault, code, what)));
  const rows = await store.queue.byHash('number', hashes, null, MANY);
  return rows.map((row) => ({ id: row.application_id, reference: row.reference }));
}

/**
 * Erases whatever a reference number or a card's number stands for, decided or not, with its images at once: what
 * whoever runs the deployment does when a person asks for it.
 * @returns what went, one by one; nothing if there is no such application.
 */
export async function erasePerson(
  deps: Deps & Pick<EdgeDeps, 'images' | 'countries'>,
  what: string,
): Promise<readonly ErasedApplication[]> {
  const { store, images } = deps;
  const gone: ErasedApplication[] = [];
  for (const { id, reference } of await sought(deps, what)) {
    const erased = await eraseApplication(deps, id, 'request', SYSTEM, { by: 'command' });
    if (!erased) continue;
    // They are due in any case; here somebody waits for it.
    for (const image of erased.images) {
      await images.erase(image);
      await store.due.done({ kind: 'image', subject: image });
    }
    gone.push({ ...erased, id, reference });
  }
  return gone;
}
