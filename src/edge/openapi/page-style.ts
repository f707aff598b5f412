import { BASE, type Token } from '#src/branding/base.ts';

const colour = (token: Token): string => `light-dark(${BASE[token].join(', ')})`;

/** The style of `/docs`: the app's colours in system fonts, light and dark by the reader's setting. */
export const DOCS_CSS = `
:root { color-scheme: light dark; --line: ${colour('hairline')};
  --soft: ${colour('sunken')}; --link: ${colour('accent')}; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 60rem; padding: 1.5rem 1rem 4rem; font: 1rem/1.55 system-ui, sans-serif;
  background: ${colour('paper')}; color: ${colour('ink')}; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .5rem; }
h2 { font-size: 1.3rem; margin: 2.5rem 0 .75rem; }
h3, h4 { font-size: 1rem; margin: 1.25rem 0 .4rem; }
a { color: var(--link); }
nav a { display: inline-block; padding: .25rem 0; margin-inline-end: 1rem; }
code, pre { font: .875rem/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
pre { margin: 0; padding: .75rem; overflow-x: auto; background: var(--soft); border-radius: .375rem; }
details { border: 1px solid var(--line); border-radius: .5rem; margin: .5rem 0; }
details > :not(summary) { margin-inline: 1rem; }
details > :last-child { margin-bottom: 1rem; }
summary { cursor: pointer; padding: .6rem 1rem; min-height: 2.75rem; }
summary:hover { background: var(--soft); }
summary b { display: inline-block; min-width: 4rem; text-transform: uppercase; font-size: .8rem; letter-spacing: .04em; }
summary span { display: block; color: ${colour('quiet')}; }
summary code { overflow-wrap: anywhere; }
b.get { color: light-dark(#14692f, #7ed79a); }
b.post { color: light-dark(#0b57a4, #8fc2f7); }
b.put, b.patch { color: light-dark(#7a4b00, #f0c069); }
b.delete { color: light-dark(#a3231c, #ff9d94); }
table { border-collapse: collapse; width: calc(100% - 2rem); }
th, td { text-align: start; vertical-align: top; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--line); }
dt { font-weight: 600; }
dd { margin: 0 0 .5rem; }
:target { scroll-margin-top: 1rem; outline: 2px solid var(--link); outline-offset: 4px; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
`;
