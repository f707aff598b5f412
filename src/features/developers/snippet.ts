import type { Theme } from '#src/contract/partner/branding.ts';

/** The request that makes a session with this theme, to be copied. */
export const sessionSnippet = (theme: Theme): string =>
  JSON.stringify({ client: 'kc_test_…', origin: 'https://shop.example', theme }, null, 2);

/** The page that shows it, to be copied. */
export const mountSnippet = (origin: string, theme: Theme): string =>
  [
    `<div id="identity"></div>`,
    `<script src="${origin}/embed.js"></script>`,
    `<script>`,
    `  Kenal.mount(document.getElementById('identity'), {`,
    `    client: 'kc_test_…',`,
    `    token: () => fetch('/kenal-token', { method: 'POST' }).then((r) => r.text()),`,
    `    theme: ${JSON.stringify(theme)},`,
    `    onComplete: ({ reference }) => console.log(reference),`,
    `  });`,
    `</script>`,
  ].join('\n');
