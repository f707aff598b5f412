import type { Kysely, Selectable, Transaction } from 'kysely';
import type { Role } from '#src/contract/agent/index.ts';
import { isoOf, storedBool, storedDate } from './dates.ts';
import type { Database, Dialect } from './schema.ts';
import type { AgentTable } from './schema-agents.ts';

type AgentRow = Selectable<AgentTable>;

interface NewAgent {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  /** Null: signs in through the organisation alone. */
  readonly passwordHash: string | null;
  readonly now: number;
}

interface AgentSummary {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly disabled: boolean;
  readonly totp: boolean;
  readonly hasPassword: boolean;
  readonly passkeys: number;
  readonly createdAt: string;
  readonly lastSeenAt: string | null;
}

interface AgentSessionRow {
  readonly id: string;
  readonly userAgent: string | null;
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly expiresAt: string;
}

export interface AgentStore {
  readonly any: () => Promise<boolean>;
  /** The first admin. @returns null if somebody was faster. */
  readonly first: (agent: Omit<NewAgent, 'role'>) => Promise<string | null>;
  /** @returns null if the e-mail is taken. */
  readonly add: (agent: NewAgent) => Promise<string | null>;
  /** An invited agent: uses up the invitation. @returns null if that is gone, 'taken' if the e-mail is. */
  readonly invited: (
    secretHash: string,
    agent: Pick<NewAgent, 'name' | 'passwordHash' | 'now'>,
  ) => Promise<{ id: string; email: string; role: Role } | 'taken' | null>;
  readonly list: (ids?: readonly string[]) => Promise<readonly AgentSummary[]>;
  readonly names: (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** The e-mail of whom better-auth waits for a code of, by its challenge's name. */
  readonly emailOfChallenge: (identifier: string) => Promise<string | null>;
  readonly byEmail: (email: string) => Promise<AgentRow | null>;
  /** @returns 'last' if no admin would be left, null if there is no such account. */
  readonly change: (
    id: string,
    change: { role?: Role | undefined; disabled?: boolean | undefined },
    now: number,
  ) => Promise<'done' | 'last' | null>;
  readonly sessions: (id: string, now: number) => Promise<readonly AgentSessionRow[]>;
  /** Ends one session, or all but one. @returns how many ended. */
  readonly endSession: (id: string, sessionId: string) => Promise<number>;
  readonly endSessions: (id: string, but: string | null) => Promise<number>;
}

/** Writes an account in the transaction of what makes it. @returns null if the e-mail is taken. */
async function insert(
  tx: Transaction<Database>,
  dialect: Dialect,
  { email, name, role, passwordHash, now }: NewAgent,
): Promise<string | null> {
  const id = crypto.randomUUID();
  const at = storedDate(dialect, now);
  const made = await tx
    .insertInto('agents')
    .values({
      id,
      name,
      email: email.toLowerCase(),
      emailVerified: storedBool(dialect, true),
      image: null,
      createdAt: at,
      updatedAt: at,
      twoFactorEnabled: storedBool(dialect, false),
      role,
      disabled: storedBool(dialect, false),
    })
    .onConflict((oc) => oc.column('email').doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows !== 1n) return null;
  if (passwordHash !== null)
    await tx
      .insertInto('agent_accounts')
      .values({
        id: crypto.randomUUID(),
        accountId: id,
        providerId: 'credential',
        userId: id,
        password: passwordHash,
        createdAt: at,
        updatedAt: at,
      })
      .execute();
  return id;
}

/** Inside of the transaction that `db` is, or of one of its own. */
const inside = <T>(db: Kysely<Database>, work: (tx: Transaction<Database>) => Promise<T>): Promise<T> =>
  db.isTransaction ? work(db as Transaction<Database>) : db.transaction().execute(work);

export function sqlAgents(db: Kysely<Database>, dialect: Dialect): AgentStore {
  return {
    any: async () => (await db.selectFrom('agents').select('id').limit(1).executeTakeFirst()) !== undefined,
    first: (agent) =>
      inside(db, async (tx) => {
        if (await tx.selectFrom('agents').select('id').limit(1).executeTakeFirst()) return null;
        // Two that come at once both saw no account; one of them writes this row.
        const won = await tx
          .insertInto('console_facts')
          .values({ name: 'first-admin', value: String(agent.now) })
          .onConflict((oc) => oc.column('name').doNothing())
          .executeTakeFirst();
        if (won.numInsertedOrUpdatedRows !== 1n) return null;
        return insert(tx, dialect, { ...agent, role: 'admin' });
      }),
    add: (agent) => inside(db, (tx) => insert(tx, dialect, agent)),
    invited: (secretHash, agent) =>
      inside(db, async (tx) => {
        const used = await tx
          .updateTable('invitations')
          .set({ used_at: agent.now })
          .where('secret_hash', '=', secretHash)
          .where('used_at', 'is', null)
          .where('expires_at', '>', agent.now)
          .returning(['email', 'role'])
          .executeTakeFirst();
        if (!used) return null;
        const id = await insert(tx, dialect, { ...agent, ...used });
        return id === null ? 'taken' : { id, ...used };
      }),
    list: async (ids) => {
      const rows = await db
        .selectFrom('agents')
        .selectAll()
        .select((eb) => [
          eb
            .selectFrom('agent_passkeys')
            .select((sub) => sub.fn.countAll<number>().as('n'))
            .whereRef('agent_passkeys.userId', '=', 'agents.id')
            .as('passkeys'),
          eb
            .selectFrom('agent_accounts')
            .select((sub) => sub.fn.countAll<number>().as('n'))
            .whereRef('agent_accounts.userId', '=', 'agents.id')
            .where('agent_accounts.password', 'is not', null)
            .as('passwords'),
          eb
            .selectFrom('agent_sessions')
            .select((sub) => sub.fn.max('updatedAt').as('last'))
            .whereRef('agent_sessions.userId', '=', 'agents.id')
            .as('lastSeen'),
        ])
        .$if(ids !== undefined, (qb) => qb.where('id', 'in', ids?.length ? [...ids] : ['']))
        .orderBy('name')
        .execute();
      return rows.map((row) => ({
        id: row.id,
        email: row.email,
        name: row.name,
        role: row.role,
        disabled: Boolean(row.disabled),
        totp: Boolean(row.twoFactorEnabled),
        hasPassword: Number(row.passwords) > 0,
        passkeys: Number(row.passkeys),
        createdAt: isoOf(row.createdAt),
        lastSeenAt: row.lastSeen ? isoOf(row.lastSeen) : null,
      }));
    },
    names: async (ids) => {
      if (ids.length === 0) return new Map();
      const rows = await db
        .selectFrom('agents')
        .select(['id', 'name'])
        .where('id', 'in', [...new Set(ids)])
        .execute();
      return new Map(rows.map(({ id, name }) => [id, name]));
    },
    emailOfChallenge: async (identifier) => {
      const row = await db
        .selectFrom('agent_verifications')
        .innerJoin('agents', 'agents.id', 'agent_verifications.value')
        .select('agents.email')
        .where('agent_verifications.identifier', '=', identifier)
        .executeTakeFirst();
      return row?.email ?? null;
    },
    byEmail: async (email) =>
      (await db
        .selectFrom('agents')
        .selectAll()
        .where('email', '=', email.toLowerCase())
        .executeTakeFirst()) ?? null,
    change: (id, change, now) =>
      inside(db, async (tx) => {
        // All admins are locked: two that demote each other at once do not both succeed.
        let admins = tx
          .selectFrom('agents')
          .select('id')
          .where('role', '=', 'admin')
          .where('disabled', '=', storedBool(dialect, false))
          .orderBy('id');
        if (dialect === 'postgres') admins = admins.forUpdate();
        const left = (await admins.execute()).filter((row) => row.id !== id);
        const before = await tx.selectFrom('agents').selectAll().where('id', '=', id).executeTakeFirst();
        if (!before) return null;
        const role = change.role ?? before.role;
        const disabled = change.disabled ?? Boolean(before.disabled);
        if (left.length === 0 && (role !== 'admin' || disabled)) return 'last';
        await tx
          .updateTable('agents')
          .set({ role, disabled: storedBool(dialect, disabled), updatedAt: storedDate(dialect, now) })
          .where('id', '=', id)
          .execute();
        await tx.deleteFrom('agent_sessions').where('userId', '=', id).execute();
        return 'done';
      }),
    sessions: async (id, now) => {
      const rows = await db
        .selectFrom('agent_sessions')
        .selectAll()
        .where('userId', '=', id)
        .where('expiresAt', '>', storedDate(dialect, now))
        .orderBy('updatedAt', 'desc')
        .execute();
      return rows.map((row) => ({
        id: row.id,
        userAgent: row.userAgent,
        createdAt: isoOf(row.createdAt),
        lastSeenAt: isoOf(row.updatedAt),
        expiresAt: isoOf(row.expiresAt),
      }));
    },
    endSession: async (id, sessionId) => {
      const gone = await db
        .deleteFrom('agent_sessions')
        .where('userId', '=', id)
        .where('id', '=', sessionId)
        .executeTakeFirst();
      return Number(gone.numDeletedRows);
    },
    endSessions: async (id, but) => {
      const gone = await db
        .deleteFrom('agent_sessions')
        .where('userId', '=', id)
        .$if(but !== null, (qb) => qb.where('id', '!=', but ?? ''))
        .executeTakeFirst();
      return Number(gone.numDeletedRows);
    },
  };
}
