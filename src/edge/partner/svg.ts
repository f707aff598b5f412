/** What a logo needs. Neither script nor style, no foreign content, nothing that fetches. */
const ELEMENTS = new Set([
  'svg',
  'g',
  'path',
  'rect',
  'circle',
  'ellipse',
  'line',
  'polyline',
  'polygon',
  'text',
  'tspan',
  'defs',
  'clipPath',
  'mask',
  'linearGradient',
  'radialGradient',
  'stop',
  'symbol',
  'use',
  'title',
  'desc',
  'metadata',
]);

/** One tag; attribute values in quotes, so that a `>` in one does not end it. */
const TAG = /<(\/?)([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
const ATTRIBUTE = /\s+([\w:.-]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g;
const TEXT = /[^<]+/y;
const COMMENT = /<!--(?:(?!--)[\s\S])*-->/y;
const PROLOGUE = /^\s*(?:<\?xml(?:\s+[\w-]+\s*=\s*(?:"[^"<>&]*"|'[^'<>&]*'))*\s*\?>)?/;

/** Entities hide what is written; only those of numbers and of XML itself are harmless in a value. */
const ENTITY = /&(?!#\d+;|#x[\da-f]+;|amp;|lt;|gt;|quot;|apos;)/i;

function badAttribute(name: string, value: string): string | null {
  const local = name.toLowerCase();
  if (local.startsWith('on')) return `attribute ${name}`;
  if (ENTITY.test(value) || /&#/.test(value)) return `an entity in ${name}`;
  if (local === 'href' || local === 'xlink:href')
    return /^#[\w.-]+$/.test(value) ? null : `${name} elsewhere`;
  if (local === 'style' && /@|expression|\\/i.test(value)) return 'a style';
  // url(#…) alone: a gradient or a mask of this very file.
  if (/url\s*\(/i.test(value.replace(/url\(\s*['"]?#[\w.-]+['"]?\s*\)/gi, ''))) return `url() in ${name}`;
  return /javascript:|data:/i.test(value) ? `an address in ${name}` : null;
}

/**
 * Whether an SVG file is nothing but a drawing: known elements, references only within the file, no document type.
 * Anything else is refused rather than mended. @returns why it is refused; null if it is not.
 */
export function checkSvg(source: string): string | null {
  const no = (what: string): string => `SVG with ${what} is not taken`;
  let at = PROLOGUE.exec(source)?.[0].length ?? 0;
  const open: string[] = [];
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(source);
    if (match) at = pattern.lastIndex;
    return match;
  };
  let roots = 0;
  while (at < source.length) {
    const words = take(TEXT);
    if (words) {
      if (ENTITY.test(words[0])) return no('an entity');
      if (open.length === 0 && words[0].trim() !== '') return no('text outside of it');
      continue;
    }
    if (take(COMMENT)) continue;
    const tag = take(TAG);
    if (!tag) return no('something that is no plain tag');
    const [, closing, name = '', attributes = '', empty] = tag;
    if (!ELEMENTS.has(name)) return no(`<${name.slice(0, 20)}>`);
    if (closing) {
      if (open.pop() !== name) return no('tags that do not match');
      continue;
    }
    if (open.length === 0 && (name !== 'svg' || ++roots > 1)) return no('more than one drawing');
    for (const [, attribute = '', double, single] of attributes.matchAll(ATTRIBUTE)) {
      const bad = badAttribute(attribute, double ?? single ?? '');
      if (bad) return no(bad);
    }
    if (!empty) open.push(name);
  }
  return open.length > 0 || roots === 0 ? no('an open end') : null;
}
