/** What laying out a line needs of a font file; lengths are fractions of the font size. */
export interface Metrics {
  /** Family name as a font data base knows it (name id 16, else 1). */
  readonly family: string;
  readonly weight: number;
  readonly capHeight: number;
  /** Sum of the advances of the text's characters, without kerning. */
  advance(text: string): number;
}

function tablesOf(font: Buffer): Map<string, Buffer> {
  const tables = new Map<string, Buffer>();
  for (let i = 0; i < font.readUInt16BE(4); i++) {
    const at = 12 + i * 16;
    const offset = font.readUInt32BE(at + 8);
    tables.set(
      font.toString('latin1', at, at + 4),
      font.subarray(offset, offset + font.readUInt32BE(at + 12)),
    );
  }
  return tables;
}

/** Glyph indices by code point from a format 4 subtable (OpenType, cmap). */
function readCmap(cmap: Buffer): Map<number, number> {
  for (let i = 0; i < cmap.readUInt16BE(2); i++) {
    const table = cmap.subarray(cmap.readUInt32BE(4 + i * 8 + 4));
    if (table.readUInt16BE(0) === 4) return readFormat4(table);
  }
  throw new RangeError('font has no format 4 character map');
}

function readFormat4(table: Buffer): Map<number, number> {
  const glyphs = new Map<number, number>();
  const doubled = table.readUInt16BE(6);
  for (let i = 0; i < doubled; i += 2) {
    const end = table.readUInt16BE(14 + i);
    const start = table.readUInt16BE(16 + doubled + i);
    const delta = table.readUInt16BE(16 + 2 * doubled + i);
    const rangeAt = 16 + 3 * doubled + i;
    const range = table.readUInt16BE(rangeAt);
    for (let code = start; code <= end && code !== 0xffff; code++) {
      const raw = range === 0 ? code : table.readUInt16BE(rangeAt + range + 2 * (code - start));
      if (raw !== 0) glyphs.set(code, (raw + delta) & 0xffff);
    }
  }
  return glyphs;
}

function readName(table: Buffer): string {
  const names = new Map<number, string>();
  const storage = table.readUInt16BE(4);
  for (let i = 0; i < table.readUInt16BE(2); i++) {
    const at = 6 + i * 12;
    const start = storage + table.readUInt16BE(at + 10);
    const raw = table.subarray(start, start + table.readUInt16BE(at + 8));
    const isWindows = table.readUInt16BE(at) === 3;
    if (isWindows) names.set(table.readUInt16BE(at + 6), Buffer.from(raw).swap16().toString('utf16le'));
  }
  return names.get(16) ?? names.get(1) ?? '';
}

/** Reads a TrueType or OpenType file. Throws a RangeError on a file without the usual tables. */
export function readMetrics(font: Buffer): Metrics {
  const tables = tablesOf(font);
  const table = (tag: string): Buffer => {
    const found = tables.get(tag);
    if (!found) throw new RangeError(`font has no ${tag} table`);
    return found;
  };
  const unitsPerEm = table('head').readUInt16BE(18);
  const longMetrics = table('hhea').readUInt16BE(34);
  const hmtx = table('hmtx');
  const os2 = table('OS/2');
  const glyphs = readCmap(table('cmap'));
  const advanceOf = (char: string): number => {
    const glyph = glyphs.get(char.codePointAt(0)!) ?? 0;
    return hmtx.readUInt16BE(Math.min(glyph, longMetrics - 1) * 4);
  };
  return {
    family: readName(table('name')),
    weight: os2.readUInt16BE(4),
    // Version 2 of OS/2 added the cap height; .7 em is what most sans faces have.
    capHeight: os2.readUInt16BE(0) >= 2 ? os2.readInt16BE(88) / unitsPerEm : 0.7,
    advance: (text) => [...text].reduce((sum, char) => sum + advanceOf(char), 0) / unitsPerEm,
  };
}
