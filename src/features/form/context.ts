import { createContext, use } from 'react';
import type { ReadField } from '#src/contract/index.ts';
import type { Country, FieldSpec, Finding } from '#src/countries/types.ts';
import type { Translate } from '#src/lib/i18n/index.ts';
import type { FieldStore } from './fields.ts';
import type { PhotoImage } from './use-photo-image.ts';

/** What every field of the form needs beside its own spec and value. */
export interface FormContext {
  readonly country: Country;
  readonly fields: FieldStore;
  /** The country's own words: layouts name them by id. */
  readonly say: Translate<string>;
  readonly read: Readonly<Record<string, ReadField>> | null;
  readonly image: PhotoImage;
  readonly findings: readonly Finding[];
  readonly confirmed: ReadonlySet<string>;
  readonly accepted: ReadonlySet<string>;
  /** Every finding is shown, also those of fields that nobody has been to yet. */
  readonly showAll: boolean;
  readonly onConfirm: (ids: readonly string[], right: boolean) => void;
  readonly onAccept: (fields: readonly string[]) => void;
  readonly onFocus: (field: FieldSpec) => void;
}

export const FormFieldsContext = createContext<FormContext | null>(null);

export function useFormContext(): FormContext {
  const context = use(FormFieldsContext);
  if (!context) throw new Error('a form field outside its form');
  return context;
}

/** The id of a field's control, which error links lead to. */
export const controlId = (field: string): string => `field-${field}`;
