import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '#tools/run.ts';
import type { PageName } from './site.ts';

export interface PageContext {
  readonly kenal: string;
  readonly client: string;
  /** Address of the page that an outer page holds. */
  readonly inner: string;
  readonly query: string;
}

const document = (scripts: readonly string[], body: string): string =>
  [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1"><title>Warung Digital</title></head>',
    `<body>${body}`,
    ...scripts.map((attributes) => `<script ${attributes}></script>`),
    '</body></html>',
  ].join('');

/** A partner's page. Nothing inline: its policy forbids it. */
export function page(name: PageName, { kenal, inner, query }: PageContext): string {
  const own = `src="/${name}.js${query}"`;
  const place = '<h1>Open an account</h1><div id="identity"></div><button id="open">Verify</button>';
  switch (name) {
    case 'module':
    case 'react':
      return document([`type="module" ${own}`], place);
    case 'outer':
      return document(
        [`src="${kenal}/embed.js"`],
        `<iframe id="inner" allow="camera" src="${inner}"></iframe>`,
      );
    case 'outer-no-allow':
      return document([`src="${kenal}/embed.js"`], `<iframe id="inner" src="${inner}"></iframe>`);
    case 'outer-silent':
      return document([], `<iframe id="inner" src="${inner}"></iframe>`);
    default:
      return document([`src="${kenal}/embed.js"`, own], place);
  }
}

/** Keeps what the callbacks say, for the test to read. */
const RECORD = `
  window.heard = [];
  const hear = (name) => (detail) => window.heard.push([name, detail]);
`;

const mountCode = (kenal: string, client: string, more = ''): string => `
  ${RECORD}
  const params = new URLSearchParams(location.search);
  const token = params.get('token') ?? (() =>
    fetch('/token?reference=' + (params.get('reference') ?? 'customer-1'), { method: 'POST' })
      .then((response) => response.ok ? response.text() : Promise.reject(new Error(response.status))));
  const mountIt = (mount) => {
    window.mounted = mount(document.getElementById('identity'), {
      client: ${JSON.stringify(client)},
      url: ${JSON.stringify(kenal)},
      token,
      locale: params.get('locale') ?? 'en',
      onReady: hear('ready'), onStep: hear('step'), onComplete: hear('complete'),
      onCancel: hear('cancel'), onError: hear('error'),
      ${more}
    });
  };
`;

/** A partner's own script. */
export async function script(name: PageName, { kenal, client }: PageContext): Promise<string> {
  switch (name) {
    case 'module':
      return `import { mount } from ${JSON.stringify(`${kenal}/embed.mjs`)};\n${mountCode(kenal, client)}\nmountIt(mount);`;
    case 'element':
      return `${RECORD}
        const element = document.createElement('kenal-onboarding');
        element.setAttribute('client', ${JSON.stringify(client)});
        element.setAttribute('locale', 'en');
        element.tokenSource = () => fetch('/token', { method: 'POST' }).then((response) => response.text());
        for (const name of ['ready', 'step', 'complete', 'cancel', 'error'])
          element.addEventListener('kenal-' + name, (event) => hear(name)(event.detail));
        document.getElementById('identity').append(element);`;
    case 'react':
      return react(kenal, client);
    case 'modal':
      return `${mountCode(kenal, client, "mode: 'modal',")}
        document.getElementById('open').addEventListener('click', () => mountIt(Kenal.mount));`;
    case 'boxed':
      return `${mountCode(kenal, client, "sandbox: 'allow-scripts allow-forms',")}\nmountIt(Kenal.mount);`;
    default:
      return `${mountCode(kenal, client)}\nmountIt(Kenal.mount);`;
  }
}

/** The React page, built as a partner would build it: the module with its types, in an effect. */
async function react(kenal: string, client: string): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [join(import.meta.dirname, 'react-page.tsx')],
    bundle: true,
    write: false,
    format: 'esm',
    jsx: 'automatic',
    define: {
      KENAL: JSON.stringify(kenal),
      CLIENT: JSON.stringify(client),
      'process.env.NODE_ENV': '"production"',
    },
  });
  return outputFiles[0]?.text ?? '';
}
