import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkAsset } from './asset.ts';
import { checkSvg } from './svg.ts';

const svg = (inner: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"${attributes}>${inner}</svg>`;
const bytes = (text: string) => new TextEncoder().encode(text);

describe('a logo as SVG', () => {
  it('may draw', () => {
    for (const source of [
      svg('<path d="M0 0h10v10z" fill="#123"/>'),
      svg(
        '<defs><linearGradient id="a"><stop offset="0" stop-color="red"/></linearGradient></defs><g fill="url(#a)"><use href="#b"/></g>',
      ),
      `<?xml version="1.0" encoding="UTF-8"?>\n<!-- made by hand -->\n${svg('<title>A &amp; B</title>')}\n`,
      svg('<text style="font-size:3px">Kedai</text>'),
    ])
      expect([source, checkSvg(source)]).toEqual([source, null]);
  });

  it('may not run, fetch, hide or mislead', () => {
    for (const source of [
      svg('<script>alert(1)</script>'),
      svg('<SCRIPT/>'),
      svg('', ' onload="alert(1)"'),
      svg("<path onclick = 'x'/>"),
      svg('<a href="https://evil.example"><path/></a>'),
      svg('<use href="https://evil.example/#x"/>'),
      svg('<use xlink:href="data:image/svg+xml,x"/>'),
      svg('<image href="https://evil.example/x.png"/>'),
      svg('<foreignObject><div/></foreignObject>'),
      svg('<style>@import url(//evil.example)</style>'),
      svg('<path style="background:url(//evil.example)"/>'),
      svg('<path fill="url(https://evil.example/#a)"/>'),
      svg('<path fill="&#x6a;avascript:x"/>'),
      svg('<animate attributeName="href" values="javascript:x"/>'),
      svg('<path d="M0 0" '),
      svg('<path><g></path></g>'),
      svg('<![CDATA[<script>]]>'),
      `<!DOCTYPE svg [<!ENTITY x "y">]>${svg('&x;')}`,
      `${svg('')}${svg('')}`,
      `${svg('')}<script/>`,
      '<svg>',
      '',
      'plain',
    ])
      expect([source, checkSvg(source)]).not.toEqual([source, null]);
  });

  it('that is taken has no way to run, whatever was put into it', () => {
    const evil = fc.constantFrom(
      '<script>',
      ' onload="x"',
      'javascript:',
      '<foreignObject>',
      '<!ENTITY',
      'url(//x)',
      '"',
      "'",
      '>',
      '<',
      '/>',
      '-->',
      '<!--',
      '&',
      '<path ',
      ' href="',
      '#',
    );
    const text = fc
      .array(fc.oneof(evil, fc.string({ maxLength: 4 })), { maxLength: 12 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (attributes, inner) => {
        const source = svg(inner, attributes);
        if (checkSvg(source) !== null) return;
        // Whatever a browser takes for a tag: comments are none.
        const seen = source.replace(/<!--[\s\S]*?-->/g, '');
        expect(seen).not.toMatch(/<\s*(?:script|foreignObject|style|!)/i);
        expect(seen).not.toMatch(/<[^>]*\son\w+\s*=/i);
      }),
      { numRuns: 5000 },
    );
  });
});

describe('an uploaded file', () => {
  it('is known by its first bytes and has its limit', () => {
    const png = (size: number) => {
      const out = new Uint8Array(size);
      out.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
      return out;
    };
    expect(checkAsset(png(1000))).toEqual({ type: 'image/png' });
    expect(checkAsset(png(101 * 1024))).toHaveProperty('refused');
    expect(checkAsset(bytes('wOF2 and so on'))).toEqual({ type: 'font/woff2' });
    expect(checkAsset(bytes(svg('')))).toEqual({ type: 'image/svg+xml' });
    for (const other of ['<html><script>', 'GIF89a', '%PDF-', '', '<svgx></svgx>'])
      expect([other, checkAsset(bytes(other))]).toEqual([other, { refused: expect.any(String) }]);
  });
});
