import type { FieldDetail, OcrDetails, ReadField } from '#src/contract/index.ts';

/** Own properties only: a details object comes from outside and may be keyed by anything. */
export function detailOf(details: OcrDetails | null, name: string): FieldDetail | null {
  return details && Object.hasOwn(details.fields, name) ? (details.fields[name] ?? null) : null;
}

/**
 * One field of the form from one field of the wire. `convert` brings the wire's spelling into the form's.
 * Without details the field is unverified: no confidence, no place on the card, not marked doubtful.
 */
export function readField(
  value: string,
  detail: FieldDetail | null,
  convert: (text: string) => string = (text) => text,
): ReadField {
  const converted = convert(value);
  return {
    value: converted,
    confidence: detail?.confidence ?? null,
    doubtful: detail?.doubtful ?? false,
    quad: detail?.quad ?? null,
    alternatives: [
      ...new Set((detail?.alternatives ?? []).map((alternative) => convert(alternative.value))),
    ].filter((alternative) => alternative !== '' && alternative !== converted),
  };
}
