import { useCallback, useMemo, useState } from 'react';
import type { CardRead, FormValues } from '#src/contract/index.ts';
import { fieldsOf } from '#src/countries/toolkit/checks.ts';
import type { Country, Finding } from '#src/countries/types.ts';
import { findAll, localToday } from './findings.ts';
import { sameQuad } from './strip-geometry.ts';

export interface Review {
  readonly findings: readonly Finding[];
  /** Warnings that the person said are right as they stand. */
  readonly confirmed: ReadonlySet<string>;
  /** Doubtful fields that the person compared with their strip. */
  readonly accepted: ReadonlySet<string>;
  /** Doubtful fields that nobody has looked at yet. */
  readonly doubtful: number;
  readonly onConfirm: (ids: readonly string[], right: boolean) => void;
  readonly onAccept: (field: string) => void;
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
  // One look at a strip is a look at every field that was read from it.
  const onAccept = useCallback(
    (field: string) => {
      const quad = read?.[field]?.quad;
      const together = Object.keys(read ?? {}).filter((name) => quad && sameQuad(quad, read?.[name]?.quad));
      setAccepted((old) => new Set([...old, field, ...together]));
    },
    [read],
  );
  const doubtful = fieldsOf(country.layout).filter(
    ({ name }) => read?.[name]?.doubtful && read[name].value === values[name] && !accepted.has(name),
  ).length;
  return { findings, confirmed, accepted, doubtful, onConfirm, onAccept };
}
