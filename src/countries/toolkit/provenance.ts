import type { FieldSource, ReadField } from '#src/contract/index.ts';

/** Where a field's value came from: `ocr` as read, `edited` what was read and then changed, `typed` the rest. */
export function provenance(read: ReadField | null | undefined, value: string): FieldSource {
  if (!read || read.value === '') return 'typed';
  return read.value === value ? 'ocr' : 'edited';
}
