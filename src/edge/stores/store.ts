import { type Kysely, sql } from 'kysely';
import { type AgentStore, sqlAgents } from './agents.ts';
import { type ApplicationStore, sqlApplications } from './applications.ts';
import { type AuditMark, type AuditStore, appendAudit, sqlAudit } from './audit.ts';
import { type DataKeyStore, sqlDataKeys } from './data-keys.ts';
import { type DecisionStore, sqlDecisions } from './decisions.ts';
import { type DraftStore, sqlDrafts } from './drafts.ts';
import { type DueStore, sqlDue } from './due.ts';
import { type EntranceStore, sqlEntrances } from './entrances.ts';
import { type ErasureStore, sqlErasure } from './erasure.ts';
import { type EventStore, sqlEvents } from './events.ts';
import { type FigureStore, sqlFigures } from './figures.ts';
import { type HandoffStore, sqlHandoffs } from './handoffs.ts';
import { type IdempotencyStore, sqlIdempotency } from './idempotency.ts';
import { type LimitStore, sqlLimits } from './limits.ts';
import { type MeterStore, sqlMeter } from './meter.ts';
import { migrate } from './migrations/index.ts';
import { type PartnerApplicationStore, sqlPartnerApplications } from './partner-applications.ts';
import { type PartnerStore, sqlPartners } from './partners.ts';
import { type QueueStore, sqlQueue } from './queue.ts';
import { type ReadingStore, sqlReadings } from './readings.ts';
import { type ResubmissionStore, sqlResubmissions } from './resubmissions.ts';
import { type ReviewStore, sqlReviews } from './reviews.ts';
import { type SandboxStore, sqlSandbox } from './sandbox.ts';
import type { Database, Dialect } from './schema.ts';
import { type SecretStore, sqlSecrets } from './secrets.ts';
import { type SessionStore, sqlSessions } from './sessions.ts';
import { type ShadowStore, sqlShadow } from './shadow.ts';
import { sweep } from './sweep.ts';
import { sqlViews, type ViewStore } from './views.ts';
import { sqlWebhooks, type WebhookStore } from './webhooks.ts';

/** What the console keeps of accounts and partners, inside of a transaction. */
export type RecordedStores = Pick<Store, 'agents' | 'entrances' | 'partners' | 'webhooks' | 'database'>;

/** All that the edge remembers, apart from images. Each method is one transaction of guarded statements. */
export interface Store {
  readonly sessions: SessionStore;
  readonly readings: ReadingStore;
  readonly applications: ApplicationStore;
  readonly drafts: DraftStore;
  readonly meter: MeterStore;
  readonly limits: LimitStore;
  readonly due: DueStore;
  readonly events: EventStore;
  readonly erasure: ErasureStore;
  readonly dataKeys: DataKeyStore;
  readonly partners: PartnerStore;
  readonly partnerApplications: PartnerApplicationStore;
  readonly idempotency: IdempotencyStore;
  readonly webhooks: WebhookStore;
  readonly handoffs: HandoffStore;
  readonly sandbox: SandboxStore;
  readonly shadow: ShadowStore;
  /** Deletes what is kept for a while only. */
  readonly sweep: (now: number, retentionMs: number) => Promise<void>;
  readonly agents: AgentStore;
  readonly entrances: EntranceStore;
  readonly secrets: SecretStore;
  readonly audit: AuditStore;
  readonly queue: QueueStore;
  readonly reviews: ReviewStore;
  readonly decisions: DecisionStore;
  readonly resubmissions: ResubmissionStore;
  readonly figures: FigureStore;
  readonly views: ViewStore;
  /**
   * Does a change and writes the link of the audit that tells of it, both or neither.
   * @param work asks nothing but the stores that it is given: they are the transaction.
   */
  readonly recorded: <T>(work: (stores: RecordedStores) => Promise<readonly [T, AuditMark]>) => Promise<T>;
  /** For better-auth, which writes its own queries over its tables. */
  readonly database: { readonly db: Kysely<Database>; readonly dialect: Dialect };
  readonly migrate: () => Promise<void>;
  /** Answers if the database does. */
  readonly ping: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The store over any database that Kysely speaks to. */
export function createStore(db: Kysely<Database>, dialect: Dialect): Store {
  return {
    sessions: sqlSessions(db),
    readings: sqlReadings(db),
    applications: sqlApplications(db, dialect),
    drafts: sqlDrafts(db, dialect),
    meter: sqlMeter(db),
    limits: sqlLimits(db),
    due: sqlDue(db, dialect),
    events: sqlEvents(db),
    erasure: sqlErasure(db, dialect),
    dataKeys: sqlDataKeys(db),
    partners: sqlPartners(db),
    partnerApplications: sqlPartnerApplications(db),
    idempotency: sqlIdempotency(db),
    webhooks: sqlWebhooks(db),
    handoffs: sqlHandoffs(db),
    sandbox: sqlSandbox(db),
    shadow: sqlShadow(db),
    sweep: (now, retentionMs) => sweep(db, now, retentionMs),
    agents: sqlAgents(db, dialect),
    entrances: sqlEntrances(db),
    secrets: sqlSecrets(db),
    audit: sqlAudit(db),
    queue: sqlQueue(db, dialect),
    reviews: sqlReviews(db),
    decisions: sqlDecisions(db, dialect),
    resubmissions: sqlResubmissions(db, dialect),
    figures: sqlFigures(db),
    views: sqlViews(db),
    recorded: (work) =>
      db.transaction().execute(async (tx) => {
        const [made, mark] = await work({
          agents: sqlAgents(tx, dialect),
          entrances: sqlEntrances(tx),
          partners: sqlPartners(tx),
          webhooks: sqlWebhooks(tx),
          database: { db: tx, dialect },
        });
        await appendAudit(tx, mark);
        return made;
      }),
    database: { db, dialect },
    migrate: () => migrate(db, dialect),
    ping: async () => {
      await sql`select 1`.execute(db);
    },
    close: () => db.destroy(),
  };
}
