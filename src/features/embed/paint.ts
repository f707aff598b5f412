import { resolveTheme } from '#src/branding/resolve.ts';
import type { Theme } from '#src/contract/partner/branding.ts';
import { theme as themeSchema } from '#src/contract/partner/branding.ts';

const declarations = (colours: Readonly<Record<string, string | undefined>>): string =>
  Object.entries(colours)
    .map(([token, value]) => `--k-${token}:${value}`)
    .join(';');

/** The style sheet of a theme: both schemes, and either where the theme wants that one alone. */
function cssOf(theme: Theme): string {
  const { colours } = resolveTheme(theme);
  const radius = theme.radius === undefined ? '' : `;--k-radius:${theme.radius}px`;
  const light = `:root{${declarations(colours.light)}${radius}}`;
  const dark = `:root{${declarations(colours.dark)}}`;
  switch (theme.scheme) {
    case 'light':
      return light;
    case 'dark':
      return light + dark;
    default:
      return `${light}@media (prefers-color-scheme:dark){${dark}}`;
  }
}

let sheet: CSSStyleSheet | null = null;

/**
 * Shows a theme: its colours by a constructed style sheet, which a policy without inline styles allows, its font by
 * the Font Loading API. What it does not say goes back to the deployment's own.
 */
export function paint(theme: Theme): void {
  sheet ??= new CSSStyleSheet();
  sheet.replaceSync(cssOf(theme));
  if (!document.adoptedStyleSheets.includes(sheet))
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const root = document.documentElement;
  if (theme.scheme === 'light' || theme.scheme === 'dark') root.dataset.scheme = theme.scheme;
  else delete root.dataset.scheme;
  if (theme.font) loadFont(theme.font);
}

const FAMILY = 'Partner';

/** Latin text alone: Nastaliq keeps its own. Until it is there, and if it never comes, ours stands in. */
function loadFont(path: string): void {
  const face = new FontFace(FAMILY, `url("${path}") format("woff2")`, {
    display: 'swap',
    weight: '200 800',
    unicodeRange: 'U+0000-024F, U+2000-206F, U+20A0-20CF, U+2122',
  });
  face.load().then(
    (loaded) => {
      document.fonts.add(loaded);
      document.documentElement.style.setProperty(
        '--font-sans',
        `"${FAMILY}", "Atkinson Hyperlegible Next", var(--k-script), sans-serif`,
      );
    },
    () => undefined,
  );
}

/** What of a theme that a page has sent is one; the rest is dropped, key by key. */
export function themeOf(given: Readonly<Record<string, string>> | null): Theme {
  const parts = Object.entries(given ?? {}).filter(
    ([name, value]) => themeSchema.safeParse({ [name]: value }).success,
  );
  return themeSchema.safeParse(Object.fromEntries(parts)).data ?? {};
}
