import { type ReactNode, useEffect, useState } from 'react';
import { BASE } from '#src/branding/base.ts';
import { colourOf, hexOf } from '#src/branding/colour.ts';
import type { Correction } from '#src/branding/resolve.ts';
import { resolveTheme } from '#src/branding/resolve.ts';
import { THEME_COLOURS, type Theme, type ThemeColour } from '#src/contract/partner/branding.ts';
import { useWords } from '#src/lib/i18n/index.ts';
import { Button } from '#src/ui/button.tsx';
import { Choice } from '#src/ui/choice.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { Copy } from './copy.tsx';
import { Sample } from './sample.tsx';
import { mountSnippet, sessionSnippet } from './snippet.ts';
import { type WordId, words } from './words.ts';

/** The deployment's own colour, which a field shows until it has one of the partner's. */
const ownColour = (key: ThemeColour): string => {
  const dark = key.endsWith('Dark');
  const token = (dark ? key.slice(0, -4) : key) as 'accent' | 'paper' | 'surface' | 'ink';
  return hexOf(colourOf(BASE[token][dark ? 1 : 0]));
};
const SCHEMES = ['auto', 'light', 'dark'] as const;
const DEFAULT_RADIUS = 10;

export interface PlaygroundProps {
  /** Shows a theme on this page. */
  readonly paint: (theme: Theme) => void;
}

/** Tries a theme on this very page, says what had to be corrected, and gives the code to copy. */
export function Playground({ paint }: PlaygroundProps): ReactNode {
  const t = useWords(words);
  const [theme, setTheme] = useState<Theme>({});
  useEffect(() => paint(theme), [paint, theme]);
  useEffect(() => () => paint({}), [paint]);
  const change = (changes: Theme): void => setTheme((now) => ({ ...now, ...changes }));
  const drop = (key: ThemeColour): void => setTheme(({ [key]: _, ...rest }) => rest);
  const { corrections } = resolveTheme(theme);
  return (
    <div className="grid gap-8 lg:grid-cols-2">
      <form className="flex min-w-0 flex-col gap-5" onSubmit={(event) => event.preventDefault()}>
        <fieldset>
          <legend className="text-lg font-strong">{t('play.colours')}</legend>
          <div className="mt-2 grid gap-2 sm:grid-cols-2">
            {THEME_COLOURS.map((key) => (
              <ColourField
                key={key}
                label={t(`play.${key}`)}
                own={ownColour(key)}
                value={theme[key]}
                onChange={(value) => change({ [key]: value })}
                onDrop={() => drop(key)}
              />
            ))}
          </div>
        </fieldset>
        <label className="font-strong">
          {t('play.radius', { px: Number(theme.radius ?? DEFAULT_RADIUS) })}
          <input
            type="range"
            min={0}
            max={24}
            value={theme.radius ?? DEFAULT_RADIUS}
            onChange={(event) => change({ radius: event.target.value })}
            className="mt-2 block w-full accent-accent"
          />
        </label>
        <Choice
          legend={t('play.scheme')}
          name="scheme"
          value={theme.scheme ?? 'auto'}
          options={SCHEMES.map((value) => ({ value, label: t(`play.scheme.${value}`) }))}
          onChange={(value) => change({ scheme: SCHEMES.find((one) => one === value) ?? 'auto' })}
        />
        <Corrections corrections={corrections} />
        <div>
          <Button look="quiet" icon="undo" onClick={() => setTheme({})}>
            {t('play.reset')}
          </Button>
        </div>
      </form>
      <div className="flex min-w-0 flex-col gap-6">
        <Sample />
        <Copy title={t('play.code.session')} code={sessionSnippet(theme)} />
        <Copy title={t('play.code.page')} code={mountSnippet(location.origin, theme)} />
      </div>
    </div>
  );
}

interface ColourFieldProps {
  readonly label: string;
  readonly own: string;
  readonly value: string | undefined;
  readonly onChange: (value: string) => void;
  readonly onDrop: () => void;
}

function ColourField({ label, own, value, onChange, onDrop }: ColourFieldProps): ReactNode {
  const t = useWords(words);
  return (
    <div className="flex items-center gap-3 rounded-md border border-hairline bg-surface p-2">
      <label className="flex min-w-0 flex-1 items-center gap-3">
        <input
          type="color"
          value={value ?? own}
          onChange={(event) => onChange(event.target.value)}
          className="h-9 w-12 shrink-0"
        />
        <span className="min-w-0">
          <span className="block">{label}</span>
          <span dir="ltr" className="block text-sm text-quiet">
            {value ?? t('play.own')}
          </span>
        </span>
      </label>
      {value !== undefined && (
        <Button look="quiet" icon="close" aria-label={t('play.drop', { name: label })} onClick={onDrop} />
      )}
    </div>
  );
}

/** What could not be read as it was given. */
function Corrections({ corrections }: { corrections: readonly Correction[] }): ReactNode {
  const t = useWords(words);
  return (
    <div aria-live="polite">
      {corrections.length === 0 ? (
        <Notice kind="done">
          <p>{t('play.fine')}</p>
        </Notice>
      ) : (
        <Notice kind="check" title={t('play.corrected')}>
          <ul className="list-disc ps-5">
            {corrections.map(({ token, scheme, given, used, ratio }) => (
              <li key={`${token} ${scheme}`}>
                {t('play.correction', {
                  token: t(`play.token.${token}` as WordId),
                  scheme: t(`play.scheme.${scheme}`),
                  given,
                  used,
                  ratio,
                })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}
