import { readFile } from 'node:fs/promises';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/**
 * Compiles the ICU texts of `words.xx.ts` at build time, so that no parser (10 KB) is shipped and nothing is
 * evaluated in the browser. The files hold one object of plain texts, so loading them here is safe.
 */
function words(): Plugin {
  return {
    name: 'words',
    apply: 'build',
    async transform(_code, id) {
      if (!/\/words\.(en|ms|ur)\.ts$/.test(id)) return null;
      const source = await readFile(id, 'utf8');
      const version = Buffer.from(source).toString('base64url').slice(-12);
      const file = (await import(`${id}?${version}`)) as { default: Record<string, string> };
      const compiled = Object.fromEntries(
        Object.entries(file.default).map(([key, text]) => [key, compileMessage(text)]),
      );
      return { code: `export default ${JSON.stringify(compiled)};`, map: null };
    },
  };
}

/** Making a schema does nothing by itself: with that said, those that a page does not use are not in it. */
function schemas(): Plugin {
  return {
    name: 'schemas',
    apply: 'build',
    transform: (code, id) =>
      /\/src\/contract\//.test(id) ? code.replace(/\bz\.\w+\(/g, '/* @__PURE__ */ $&') : null,
  };
}

/** Where the BFF listens while Vite serves the app (`npm run dev`). */
const api = process.env.KENAL_API ?? 'http://127.0.0.1:8081';

export default defineConfig({
  plugins: [words(), schemas(), react(), tailwindcss()],
  build: {
    // What the tokens (oklch), native dialogs and :has() need; docs/browsers.md says it in versions.
    target: ['chrome111', 'edge111', 'firefox121', 'safari16.4'],
    // No inlined file: the policy allows fonts and images from our own origin alone.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // Which file is whose: the budgets of .size-limit.js are kept by it.
    manifest: true,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // What every step has in common is one file: small ones compress badly, and cost a request each.
          groups: [
            {
              name: 'controls',
              test: /src\/ui\/(?:field|choice|progress|card|dialog|notice)/,
            },
          ],
        },
      },
    },
  },
  worker: { format: 'es' },
  server: { proxy: { '/api': api, '/v1': api } },
});
