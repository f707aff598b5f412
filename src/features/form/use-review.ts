import { useCallback, useMemo, useState } from 'react';
import type { CardRead, FormValues } from '#src/contract/index.ts';
import { findAll, localToday } from '#src/countries/toolkit/findings.ts';
import type { Country, Finding } from '#src/countries/types.ts';

export interface Review {
  readonly findings: readonly Finding[];
  /** Warnings that the person said are right as they stand. */
  readonly confirmed: ReadonlySet<string>;
  /** Doubtful fields that the person compared with their strip. */
  readonly accepted: ReadonlySet<string>;
  readonly onConfirm: (ids: readonly string[], right: boolean) => void;
  readonly onAccept: (fields: readonly string[]) => void;
}

/** What there is to say of the values, and what the person answered to it. */
export function useReview(
  country: Country,
  reading: CardRead | null,
  values: FormValues,
  first: readonly string[],
): Review {
  const [confirmed, setConfirmed] = useState<ReadonlySet<string>>(new Set(first));
  const [accepted, setAccepted] = useState<ReadonlySet<string>>(new Set());
  const read = reading?.fields ?? null;

  const findings = useMemo(
    () => findAll(country, values, { today: localToday(new Date()), read }),
    [country, values, read],
  );
  const onConfirm = useCallback(
    (ids: readonly string[], right: boolean) =>
      setConfirmed((old) => new Set(right ? [...old, ...ids] : [...old].filter((id) => !ids.includes(id)))),
    [],
  );
  const onAccept = useCallback(
    (fields: readonly string[]) => setAccepted((old) => new Set([...old, ...fields])),
    [],
  );
  return { findings, confirmed, accepted, onConfirm, onAccept };
}
