import { type ComponentType, createContext, use } from 'react';
import type { Country } from '#src/countries/types.ts';
import type { Words } from '#src/lib/i18n/index.ts';
import type { PreparedPhoto } from '#src/lib/photo.ts';

/** What the app wires in: other features, and what it shares with the customer's way. */
export interface ConsoleParts {
  /** A country's form and words; the same promise for every caller. */
  readonly loadCountry: (
    code: string,
  ) => Promise<{ readonly country: Country; readonly words: Words<string> }>;
  /** From nothing to a photo: camera or file. */
  readonly Capture: ComponentType<{
    country: string;
    onPhoto: (photo: PreparedPhoto) => void;
    onBack: () => void;
  }>;
  /** Of the notice that customers agree to. */
  readonly consentVersion: string;
}

export const PartsContext = createContext<ConsoleParts | null>(null);

export function useParts(): ConsoleParts {
  const parts = use(PartsContext);
  if (!parts) throw new Error('a console without its parts');
  return parts;
}
