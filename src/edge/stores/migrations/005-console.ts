import { type Kysely, sql } from 'kysely';
import type { MigrationStep } from './types.ts';

/** Each way the queue is looked at, oldest or newest first, without sorting. */
const QUEUE_INDEXES: Readonly<Record<string, readonly string[]>> = {
  queue_open: ['open', 'submitted_at', 'application_id'],
  queue_of_country: ['open', 'country', 'submitted_at', 'application_id'],
  queue_doubtful: ['open', 'doubtful', 'submitted_at', 'application_id'],
  queue_double: ['open', 'double', 'submitted_at', 'application_id'],
  queue_again: ['open', 'again', 'submitted_at', 'application_id'],
  queue_of_status: ['status', 'submitted_at', 'application_id'],
  queue_all: ['submitted_at', 'application_id'],
  queue_changed: ['changed_at', 'application_id'],
  queue_claimed: ['claimed_by', 'open'],
};

async function queue(db: Kysely<unknown>): Promise<void> {
  // What filters ask is a yes or no; stored, so that an index can begin with it.
  const flag = (of: string) =>
    sql`integer generated always as (case when ${sql.raw(of)} then 1 else 0 end) stored`;
  await db.schema
    .createTable('queue')
    .addColumn('application_id', 'text', (c) => c.primaryKey())
    .addColumn('reference', 'text', (c) => c.notNull().unique())
    .addColumn('country', 'text', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('open', 'integer', (c) => c.notNull())
    .addColumn('submitted_at', 'bigint', (c) => c.notNull())
    .addColumn('attempt', 'integer', (c) => c.notNull())
    .addColumn('doubts', 'integer', (c) => c.notNull())
    .addColumn('duplicates', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('has_image', 'integer', (c) => c.notNull())
    .addColumn('claimed_by', 'text')
    .addColumn('claimed_at', 'bigint', (c) => c.notNull().defaultTo(0))
    .addColumn('claimed_until', 'bigint', (c) => c.notNull().defaultTo(0))
    .addColumn('decided_at', 'bigint')
    .addColumn('decided_by', 'text')
    .addColumn('changed_at', 'bigint', (c) => c.notNull())
    .addColumn('doubtful', flag('doubts > 0'))
    .addColumn('double', flag('duplicates > 0'))
    .addColumn('again', flag('attempt > 1'))
    .execute();
  for (const [name, columns] of Object.entries(QUEUE_INDEXES))
    await db.schema
      .createIndex(name)
      .on('queue')
      .columns([...columns])
      .execute();
  // What was submitted before there was a queue: without hashes and doubts, found by its reference alone.
  await sql`insert into queue (application_id, reference, country, status, "open", submitted_at, attempt, doubts,
      has_image, decided_at, changed_at)
    select a.id, a.reference, a.country, a.status, case when a.status in ('submitted', 'in_review') then 1 else 0 end,
      a.submitted_at, 1, 0,
      case when exists (select 1 from readings r where r.application_id = a.id) then 1 else 0 end,
      a.decided_at, a.submitted_at
    from applications a`.execute(db);
}

async function review(db: Kysely<unknown>, bytes: ReturnType<typeof sql>): Promise<void> {
  await db.schema
    .createTable('matches')
    .addColumn('application_id', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('matches_key', ['application_id', 'kind'])
    .execute();
  await db.schema
    .createIndex('matches_by_hash')
    .on('matches')
    .columns(['hash', 'kind', 'application_id'])
    .execute();
  await db.schema
    .createTable('attempts')
    .addColumn('application_id', 'text', (c) => c.notNull())
    .addColumn('attempt', 'integer', (c) => c.notNull())
    .addColumn('submitted_at', 'bigint', (c) => c.notNull())
    .addColumn('sealed', bytes, (c) => c.notNull())
    .addPrimaryKeyConstraint('attempts_key', ['application_id', 'attempt'])
    .execute();
  await db.schema
    .createTable('corrections')
    .addColumn('application_id', 'text', (c) => c.notNull())
    .addColumn('field', 'text', (c) => c.notNull())
    .addColumn('sealed', bytes, (c) => c.notNull())
    .addColumn('agent_id', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('corrections_key', ['application_id', 'field'])
    .execute();
  await db.schema
    .createTable('decisions')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('application_id', 'text', (c) => c.notNull())
    .addColumn('country', 'text', (c) => c.notNull())
    .addColumn('attempt', 'integer', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('reasons', 'text', (c) => c.notNull())
    .addColumn('sealed', bytes)
    .addColumn('agent_id', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('claimed_at', 'bigint', (c) => c.notNull())
    .addColumn('submitted_at', 'bigint', (c) => c.notNull())
    .addColumn('event_id', 'text', (c) => c.notNull())
    .addColumn('undone_at', 'bigint')
    .execute();
  await db.schema.createIndex('decisions_of_application').on('decisions').column('application_id').execute();
  await db.schema.createIndex('decisions_by_time').on('decisions').column('at').execute();
  await db.schema.alterTable('sessions').addColumn('resubmits', 'text').execute();
  await db.schema
    .alterTable('sessions')
    .addColumn('steps', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
  await db.schema.createIndex('sessions_of_resubmission').on('sessions').column('resubmits').execute();
}

async function records(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('audit')
    .addColumn('chain', 'text', (c) => c.notNull())
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('action', 'text', (c) => c.notNull())
    .addColumn('actor_kind', 'text', (c) => c.notNull())
    .addColumn('actor_id', 'text')
    .addColumn('detail', 'text', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('audit_key', ['chain', 'seq'])
    .execute();
  await db.schema.createIndex('audit_by_time').on('audit').columns(['at', 'chain', 'seq']).execute();
  await db.schema
    .createTable('audit_heads')
    .addColumn('chain', 'text', (c) => c.primaryKey())
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .addColumn('anchored', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
  // Of those not anchored yet there are few: the index holds them alone.
  await sql`create index audit_heads_loose on audit_heads (chain) where seq > anchored`.execute(db);
  await db.schema
    .createTable('funnel')
    .addColumn('day', 'text', (c) => c.notNull())
    .addColumn('country', 'text', (c) => c.notNull())
    .addColumn('step', 'text', (c) => c.notNull())
    .addColumn('sessions', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('funnel_key', ['day', 'country', 'step'])
    .execute();
  await db.schema
    .createTable('field_counts')
    .addColumn('day', 'text', (c) => c.notNull())
    .addColumn('country', 'text', (c) => c.notNull())
    .addColumn('field', 'text', (c) => c.notNull())
    .addColumn('read', 'integer', (c) => c.notNull())
    .addColumn('edited', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('field_counts_key', ['day', 'country', 'field'])
    .execute();
  await db.schema
    .createTable('saved_views')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('agent_id', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('filters', 'text', (c) => c.notNull())
    .addColumn('order', 'text', (c) => c.notNull())
    .addColumn('shared', 'integer', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .execute();
}

/** The queue, what reviews leave behind, the audit, and the counters of the figures. */
export const console_: MigrationStep = ({ bytes }) => ({
  async up(db) {
    await queue(db);
    await review(db, bytes as ReturnType<typeof sql>);
    await records(db);
  },
});
