import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import type { AuditAction } from '#src/contract/agent/index.ts';
import type { Database } from './schema.ts';
import type { AuditHeadTable, AuditTable } from './schema-console.ts';

export type AuditRow = Selectable<AuditTable>;
export type AuditHead = Selectable<AuditHeadTable>;

/** The chain of what concerns no application. */
export const CONSOLE_CHAIN = 'console';
/** What an anchor waits for: changes of so long a time are vouched for together, ms. */
export const ANCHOR_WINDOW_MS = 5 * 60_000;
/** A transaction that began in a window has ended by then, ms. */
const ANCHOR_MARGIN_MS = 15_000;

const LAST_ANCHOR = 'last-anchor';

export type AuditDetail = Readonly<Record<string, string | number | boolean>>;

export interface AuditEvent {
  readonly chain: string;
  readonly action: AuditAction;
  readonly actor: { readonly kind: AuditRow['actor_kind']; readonly id: string | null };
  readonly detail?: AuditDetail;
  readonly at: number;
}

/** HMAC of a link's text, in hexadecimal. */
export type AuditSign = (text: string) => Promise<string>;

/** What is about to be recorded, with what signs it. */
export interface AuditMark extends AuditEvent {
  readonly sign: AuditSign;
}

/** The text of a link that its HMAC is taken of: everything in it, and the hash before it. */
export const linkText = (row: Omit<AuditRow, 'hash'>, before: string): string =>
  JSON.stringify([
    before,
    row.chain,
    row.seq,
    row.at,
    row.action,
    row.actor_kind,
    row.actor_id ?? '',
    row.detail,
  ]);

/** Appends a link to its chain, inside the transaction of the change that it tells of. */
export async function appendAudit(
  tx: Transaction<Database>,
  { sign, chain, action, actor, detail = {}, at }: AuditMark,
): Promise<void> {
  // Taking the next number locks the head until the transaction ends: links of one chain come one by one.
  const head = await tx
    .insertInto('audit_heads')
    .values({ chain, seq: 1, hash: '' })
    .onConflict((oc) => oc.column('chain').doUpdateSet((eb) => ({ seq: eb('audit_heads.seq', '+', 1) })))
    .returning(['seq', 'hash'])
    .executeTakeFirstOrThrow();
  const link = {
    chain,
    seq: head.seq,
    at,
    action,
    actor_kind: actor.kind,
    actor_id: actor.id,
    detail: JSON.stringify(detail),
  };
  const hash = await sign(linkText(link, head.hash));
  await tx
    .insertInto('audit')
    .values({ ...link, hash })
    .execute();
  await tx.updateTable('audit_heads').set({ hash }).where('chain', '=', chain).execute();
  const window = Math.floor(at / ANCHOR_WINDOW_MS) + 1;
  await tx
    .insertInto('due')
    .values({
      kind: 'anchor',
      subject: String(window),
      due_at: window * ANCHOR_WINDOW_MS + ANCHOR_MARGIN_MS,
    })
    .onConflict((oc) => oc.columns(['kind', 'subject']).doNothing())
    .execute();
}

export interface AuditStore {
  readonly append: (mark: AuditMark) => Promise<void>;
  readonly chain: (chain: string) => Promise<readonly AuditRow[]>;
  readonly head: (chain: string) => Promise<AuditHead | null>;
  /** Newest first, from before `after` (time, chain, number). */
  readonly page: (
    after: readonly [at: number, chain: string, seq: number] | null,
    limit: number,
    action: AuditAction | null,
  ) => Promise<readonly AuditRow[]>;
  /** Chains whose ends no anchor vouches for yet. */
  readonly loose: (limit: number) => Promise<readonly AuditHead[]>;
  /**
   * Notes what the anchor of a window vouches for, unless another was noted since `before` (as `lastAnchor` told).
   * @returns false if one was: then nothing is noted.
   */
  readonly anchored: (heads: readonly AuditHead[], window: number, before: number) => Promise<boolean>;
  /** The window of the last anchor; 0 if there is none. */
  readonly lastAnchor: () => Promise<number>;
  /** Everything, chain by chain, for the verification. */
  readonly links: (
    after: readonly [chain: string, seq: number] | null,
    limit: number,
  ) => Promise<readonly AuditRow[]>;
  readonly heads: (after: string, limit: number) => Promise<readonly AuditHead[]>;
}

export function sqlAudit(db: Kysely<Database>): AuditStore {
  const plain = <T>(work: (tx: Transaction<Database>) => Promise<T>) => db.transaction().execute(work);
  return {
    append: (mark) => plain((tx) => appendAudit(tx, mark)),
    chain: (chain) => db.selectFrom('audit').selectAll().where('chain', '=', chain).orderBy('seq').execute(),
    head: async (chain) =>
      (await db.selectFrom('audit_heads').selectAll().where('chain', '=', chain).executeTakeFirst()) ?? null,
    page: (after, limit, action) =>
      db
        .selectFrom('audit')
        .selectAll()
        .$if(after !== null, (qb) =>
          qb.where(sql<boolean>`(at, chain, seq) < (${after?.[0]}, ${after?.[1]}, ${after?.[2]})`),
        )
        .$if(action !== null, (qb) => qb.where('action', '=', action as AuditAction))
        .orderBy('at', 'desc')
        .orderBy('chain', 'desc')
        .orderBy('seq', 'desc')
        .limit(limit)
        .execute(),
    loose: (limit) =>
      db
        .selectFrom('audit_heads')
        .selectAll()
        .whereRef('seq', '>', 'anchored')
        .orderBy('chain')
        .limit(limit)
        .execute(),
    anchored: (heads, window, before) =>
      plain(async (tx) => {
        const value = String(window);
        const noted =
          before === 0
            ? await tx
                .insertInto('console_facts')
                .values({ name: LAST_ANCHOR, value })
                .onConflict((oc) => oc.doNothing())
                .returning('name')
                .executeTakeFirst()
            : await tx
                .updateTable('console_facts')
                .set({ value })
                .where('name', '=', LAST_ANCHOR)
                .where('value', '=', String(before))
                .returning('name')
                .executeTakeFirst();
        if (!noted) return false;
        for (const { chain, seq } of heads)
          await tx
            .updateTable('audit_heads')
            .set({ anchored: seq })
            .where('chain', '=', chain)
            .where('anchored', '<', seq)
            .execute();
        return true;
      }),
    lastAnchor: async () => {
      const row = await db
        .selectFrom('console_facts')
        .select('value')
        .where('name', '=', LAST_ANCHOR)
        .executeTakeFirst();
      return Number(row?.value ?? 0);
    },
    links: (after, limit) =>
      db
        .selectFrom('audit')
        .selectAll()
        .$if(after !== null, (qb) => qb.where(sql<boolean>`(chain, seq) > (${after?.[0]}, ${after?.[1]})`))
        .orderBy('chain')
        .orderBy('seq')
        .limit(limit)
        .execute(),
    heads: (after, limit) =>
      db
        .selectFrom('audit_heads')
        .selectAll()
        .where('chain', '>', after)
        .orderBy('chain')
        .limit(limit)
        .execute(),
  };
}
