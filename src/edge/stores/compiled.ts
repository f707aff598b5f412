import type { Compilable, CompiledQuery, DialectAdapter, Kysely, QueryResult } from 'kysely';
import type { Database } from './schema.ts';

/** Stands for a value while its query is compiled. */
class Slot {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

const SLOTS = new Proxy({}, { get: (_, name) => new Slot(String(name)) });

/**
 * A query that is built and compiled once for each database; every use puts its values in. To build and compile a
 * statement takes Kysely longer than SQLite needs to run it, which is worth the trouble where each reading pays for it.
 * @param build is given slots instead of values: it may put them into the query and do nothing else with them.
 * @example
 * const find = compiled((db, of: { id: string }) => db.selectFrom('sessions').selectAll().where('id', '=', of.id));
 * const { rows } = await find(db, { id });
 */
export function compiled<V extends object, R>(
  build: (db: Kysely<Database>, values: V) => Compilable<R>,
): (db: Kysely<Database>, values: V) => Promise<QueryResult<R>> {
  const forms = new WeakMap<DialectAdapter, CompiledQuery<R>>();
  return (db, values) => {
    const { adapter } = db.getExecutor();
    const form = forms.get(adapter) ?? build(db, SLOTS as V).compile();
    forms.set(adapter, form);
    const parameters = form.parameters.map((parameter) =>
      parameter instanceof Slot ? values[parameter.name as keyof V] : parameter,
    );
    return db.executeQuery({ ...form, parameters });
  };
}
