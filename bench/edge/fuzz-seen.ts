import { pick } from './wild.ts';

/** The newest ids of each kind are used again. */
const MAX_IDS = 30;
/** Of one reply. */
const MAX_NOTED = 5;

/** Every string under a name that ends in "id", wherever it stands in a reply, with its name. */
function idsIn(value: unknown, name = ''): [name: string, id: string][] {
  if (typeof value === 'string') return /id$/i.test(name) && value.length < 100 ? [[name, value]] : [];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, each]) => idsIn(each, Array.isArray(value) ? name : key));
}

/** Ids that replies have named, so that what was made by one request is asked for by the next. */
export class Seen {
  readonly #byCollection = new Map<string, string[]>();
  /** Of every kind, newest last. */
  readonly all: string[] = [];

  /** Takes the ids of a reply: they are of the collection that the route's path names last. */
  note(path: string, reply: unknown): void {
    const collection = /(\w+)(?:\/\{\w+\})?$/.exec(path)?.[1] ?? '';
    for (const [name, id] of idsIn(reply).slice(0, MAX_NOTED)) {
      this.keep(name === 'id' ? collection : `${name.replace(/Id$/, '')}s`, id);
      // What the queue gives out, and what a verification files, is an application.
      if (name === 'id' && (collection === 'next' || collection === 'keep')) this.keep('applications', id);
    }
  }

  /** One of a collection, such as `applications`; undefined while there is none. */
  some(collection: string): string | undefined {
    return pick(this.#byCollection.get(collection) ?? []);
  }

  keep(collection: string, id: string): void {
    const of = this.#byCollection.get(collection) ?? [];
    this.#byCollection.set(collection, [...of, id].slice(-MAX_IDS));
    this.all.push(id);
    this.all.splice(0, Math.max(0, this.all.length - MAX_IDS));
  }
}
