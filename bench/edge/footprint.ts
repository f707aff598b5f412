/**
 * What one onboarding costs where it is kept: on one process with Postgres and S3, a session with one reading, the
 * form saved five times, submitted and followed once. `docs/scaling.md` multiplies these.
 */
import pg from 'pg';
import { round } from '../lib/stats.ts';
import { begin, readAgain, submit } from './customer.ts';
import { freshPhoto, PHOTO_BYTES, spread } from './load.ts';
import { twoNodes } from './nodes.ts';
import { cpuOf } from './proc.ts';

export interface FootprintFigures {
  readonly onboardings: number;
  readonly requestsEach: number;
  /** Tables and indexes, bytes per onboarding, on the day itself. */
  readonly databaseBytes: number;
  readonly imageBytes: number;
  /** Rows per onboarding, by table. */
  readonly rows: Readonly<Record<string, number>>;
  readonly commitsEach: number;
  /** Write-ahead log, bytes per onboarding. */
  readonly walBytes: number;
  /** Processor time per onboarding, ms; null off Linux. */
  readonly edgeCpuMs: number | null;
  readonly postgresCpuMs: number | null;
}

const DRAFTS = 5;
const WARM_UP = 50;

export async function benchFootprint(onboardings: number): Promise<FootprintFigures> {
  const nodes = await twoNodes();
  const { http, databaseUrl } = nodes;
  await nodes.start(0);
  const onboarding = async (i: number) => {
    const customer = await readAgain(http[0], await begin(http[0]), freshPhoto(), `onboarding-${i}`);
    const { country, values, confirmedWarnings, consent, readingId } = JSON.parse(
      new TextDecoder().decode(customer.body),
    );
    const draft = { country, step: 'form', readingId, values, confirmedWarnings, consent };
    const headers = { authorization: `Bearer ${customer.token}`, 'content-type': 'application/json' };
    const body = new TextEncoder().encode(JSON.stringify(draft));
    for (let n = 0; n < DRAFTS; n++) await http[0].send('PUT', '/api/draft', headers, body);
    await submit(http[0], customer);
    await http[0].send('GET', `/api/applications/${customer.receipt?.id}`, headers);
  };
  await spread(WARM_UP, 8, onboarding);

  const db = new pg.Client({ connectionString: databaseUrl });
  await db.connect();
  const ask = async (sql: string): Promise<Record<string, string>[]> => (await db.query(sql)).rows;
  const tables = (await ask("select tablename from pg_tables where schemaname = 'public'")).map(
    ({ tablename }) => String(tablename),
  );
  const state = async () => {
    // Counters of transactions are written by and by.
    await db.query('select pg_stat_force_next_flush()');
    const sum = tables.map((name) => `pg_total_relation_size('${name}')`).join(' + ');
    const [one] = await ask(
      `select ${sum} as bytes, pg_current_wal_lsn() - '0/0' as wal, (select xact_commit from pg_stat_database where datname = current_database()) as commits`,
    );
    const rows: Record<string, number> = {};
    for (const name of tables) rows[name] = Number((await ask(`select count(*) as n from ${name}`))[0]?.n);
    const pids = (await ask('select pid from pg_stat_activity')).map(({ pid }) => Number(pid));
    return {
      bytes: Number(one?.bytes),
      wal: Number(one?.wal),
      commits: Number(one?.commits),
      rows,
      postgres: new Map(pids.map((pid) => [pid, cpuOf(pid)])),
      edge: cpuOf(nodes.pid(0)),
    };
  };
  const before = await state();
  await spread(onboardings, 8, (i) => onboarding(WARM_UP + i));
  // Connections tell of their transactions once a second.
  await new Promise((resolve) => setTimeout(resolve, 1500));
  const after = await state();
  await db.end();
  await nodes.close();
  const each = (what: (of: typeof before) => number) => (what(after) - what(before)) / onboardings;
  const rows = Object.entries(after.rows).map(([name, n]) => [
    name,
    round((n - (before.rows[name] ?? 0)) / onboardings, 2),
  ]);
  const postgresCpu = [...after.postgres].reduce(
    (sum, [pid, cpu]) => sum + Math.max(0, (cpu ?? 0) - (before.postgres.get(pid) ?? 0)),
    0,
  );
  const known = after.edge !== null && before.edge !== null;
  return {
    onboardings,
    requestsEach: 4 + DRAFTS,
    databaseBytes: Math.round(each(({ bytes }) => bytes)),
    // The initial vector and the tag of AES-GCM.
    imageBytes: PHOTO_BYTES + 28,
    rows: Object.fromEntries(rows.filter(([, n]) => n !== 0)),
    commitsEach: round(
      each(({ commits }) => commits),
      1,
    ),
    walBytes: Math.round(each(({ wal }) => wal)),
    edgeCpuMs: known ? round(each(({ edge }) => edge ?? 0) * 1000, 1) : null,
    postgresCpuMs: known ? round((postgresCpu / onboardings) * 1000, 1) : null,
  };
}
