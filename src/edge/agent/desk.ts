import type { AuditAction } from '#src/contract/agent/index.ts';
import { createVault, type Vault } from '../crypto/vault.ts';
import type { EdgeDeps } from '../deps.ts';
import {
  type AuditDetail,
  type AuditEvent,
  type AuditMark,
  type AuditSign,
  CONSOLE_CHAIN,
} from '../stores/audit.ts';
import type { RecordedStores } from '../stores/store.ts';
import { AGENT_DEFAULTS, type AgentSettings } from './settings.ts';

export type Actor = AuditEvent['actor'];
export const CUSTOMER: Actor = { kind: 'customer', id: null };
export const SYSTEM: Actor = { kind: 'system', id: null };
export const ANYONE: Actor = { kind: 'anyone', id: null };
export const byAgent = (id: string): Actor => ({ kind: 'agent', id });
export const byPartner = (id: string): Actor => ({ kind: 'partner', id });

/** What the console's parts share: the deployment's vault and settings, and the pen that writes the audit. */
export interface Desk {
  readonly deps: EdgeDeps;
  readonly vault: Vault;
  readonly settings: AgentSettings;
  /** A link of an application's chain (or the console's own, with null), to be written with its change. */
  readonly mark: (
    applicationId: string | null,
    action: AuditAction,
    actor: Actor,
    detail?: AuditDetail,
  ) => Promise<AuditMark>;
  /** Writes a link that stands for itself. */
  readonly record: (...link: Parameters<Desk['mark']>) => Promise<void>;
  readonly recorded: Recorded;
}

/**
 * Does a change of accounts or partners and writes its link into the console's chain, both or neither: what `work`
 * throws undoes both. @param work gives what it made, and the link's detail.
 */
export type Recorded = <T>(
  action: AuditAction,
  actor: Actor,
  work: (stores: RecordedStores) => Promise<readonly [T, AuditDetail]>,
) => Promise<T>;

/** Who records where there is no desk, such as the shell. */
export const recorder =
  ({ store, clock }: Pick<EdgeDeps, 'store' | 'clock'>, vault: Vault): Recorded =>
  async (action, actor, work) => {
    const sign = await auditSign(vault);
    return store.recorded(async (stores) => {
      const [made, detail] = await work(stores);
      return [made, { sign, chain: CONSOLE_CHAIN, action, actor, detail, at: clock.now() }];
    });
  };

/** Signs links of the audit. */
export const auditSign = (vault: Vault): Promise<AuditSign> => vault.macOf('audit');

const desks = new WeakMap<EdgeDeps, Desk>();

/** The desk of these deps: one for all that are made of them. */
export function deskOf(deps: EdgeDeps): Desk {
  const desk = desks.get(deps) ?? createDesk(deps);
  desks.set(deps, desk);
  return desk;
}

function createDesk(deps: EdgeDeps): Desk {
  const vault = createVault(deps.store.secrets, deps.keys);
  const mark: Desk['mark'] = async (applicationId, action, actor, detail) => ({
    sign: await auditSign(vault),
    chain: applicationId ?? CONSOLE_CHAIN,
    action,
    actor,
    at: deps.clock.now(),
    ...(detail && { detail }),
  });
  return {
    deps,
    vault,
    settings: deps.settings.agents ?? AGENT_DEFAULTS,
    mark,
    record: async (...link) => deps.store.audit.append(await mark(...link)),
    recorded: recorder(deps, vault),
  };
}
