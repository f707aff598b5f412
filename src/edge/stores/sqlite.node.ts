import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { Kysely, type SqliteDatabase, SqliteDialect } from 'kysely';
import { Cache } from '../cache.ts';
import type { Database } from './schema.ts';
import { createStore, type Store } from './store.ts';

/**
 * Statements kept ready: our queries are some hundred. Those that are used least go first: a list of values in the SQL
 * makes a statement of each length, and SQLite's memory for one is unknown to the garbage collector.
 */
const MAX_STATEMENTS = 300;

/**
 * The log is moved into the database once it has so many pages (16 MB). That waits for the disk, in this thread: with
 * SQLite's 1000 every fortieth reading would wait, with 4000 fewer than one in a hundred. A page written often is
 * moved once.
 */
const LOG_PAGES = 4000;

/** `node:sqlite` with the face of better-sqlite3 that Kysely knows. Statements are prepared once. */
function adapt(db: DatabaseSync): SqliteDatabase {
  const prepared = new Cache<{ statement: StatementSync; reader: boolean }>(MAX_STATEMENTS);
  const prepare = (sql: string) => {
    const known = prepared.get(sql);
    if (known) return known;
    const statement = db.prepare(sql);
    const made = { statement, reader: statement.columns().length > 0 };
    prepared.set(sql, made);
    return made;
  };
  return {
    prepare: (sql) => {
      const { statement, reader } = prepare(sql);
      const values = (parameters: ReadonlyArray<unknown>) => parameters as SQLInputValue[];
      return {
        reader,
        all: (parameters) => statement.all(...values(parameters)),
        run: (parameters) => statement.run(...values(parameters)),
        iterate: (parameters) => statement.iterate(...values(parameters)),
      };
    },
    close: () => db.close(),
  };
}

/**
 * The store in one SQLite file. Readers never wait for the writer (WAL); what must be on disk when it returns
 * asks for `synchronous=FULL` by `durably`. What is deleted is overwritten (`secure_delete`).
 */
export function openSqlite(path: string): Store {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  // Made first, so that it (and its journals, which take its mode) is its owner's alone.
  closeSync(openSync(path, 'a', 0o600));
  const db = new DatabaseSync(path, { timeout: 5000 });
  db.exec(
    `pragma journal_mode = wal; pragma synchronous = normal; pragma wal_autocheckpoint = ${LOG_PAGES}; pragma foreign_keys = on; pragma secure_delete = fast`,
  );
  return createStore(new Kysely<Database>({ dialect: new SqliteDialect({ database: adapt(db) }) }), 'sqlite');
}
