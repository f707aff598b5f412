import { useSyncExternalStore } from 'react';
import type { FormValues } from '#src/contract/index.ts';

/** What was done to the fields so far. */
export interface Fields {
  readonly values: FormValues;
  /** Fields that somebody has been to: what the checks say of them is shown. */
  readonly touched: ReadonlySet<string>;
  /** The field that is being typed in: nobody is told of an error in what they have only begun. */
  readonly editing: string | null;
}

export type FieldEvent =
  | { readonly type: 'typed'; readonly field: string; readonly value: string }
  | { readonly type: 'left'; readonly field: string }
  /** Chosen, picked or taken back: settled at once. */
  | { readonly type: 'set'; readonly field: string; readonly value: string };

/** The fields after an event; the same object where nothing changes. */
export function nextFields(fields: Fields, event: FieldEvent): Fields {
  const { field } = event;
  const touched = fields.touched.has(field) ? fields.touched : new Set([...fields.touched, field]);
  switch (event.type) {
    case 'typed':
      return { ...fields, values: { ...fields.values, [field]: event.value }, editing: field };
    case 'left': {
      const editing = fields.editing === field ? null : fields.editing;
      if (touched === fields.touched && editing === fields.editing) return fields;
      return { ...fields, touched, editing };
    }
    case 'set':
      return { values: { ...fields.values, [field]: event.value }, touched, editing: null };
  }
}

/** The fields of one form, outside of React: a key then renders the field that it was meant for, not all. */
export interface FieldStore {
  readonly now: () => Fields;
  readonly send: (event: FieldEvent) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function createFields(values: FormValues): FieldStore {
  let fields: Fields = { values, touched: new Set(), editing: null };
  const listeners = new Set<() => void>();
  return {
    now: () => fields,
    send: (event) => {
      const next = nextFields(fields, event);
      if (next === fields) return;
      fields = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** A part of the fields; the component renders again when that part is another one. */
export function useFields<T>(store: FieldStore, part: (fields: Fields) => T): T {
  return useSyncExternalStore(store.subscribe, () => part(store.now()));
}

/** The value of a field, "" where it has none. */
export const textOf = (fields: Fields, field: string): string => fields.values[field] ?? '';
