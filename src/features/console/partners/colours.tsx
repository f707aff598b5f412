import type { ReactNode } from 'react';
import { resolveTheme } from '#src/branding/resolve.ts';
import {
  THEME_COLOURS,
  type Theme,
  type ThemeColour,
  theme as themeSchema,
} from '#src/contract/partner/index.ts';
import { useWords } from '#src/lib/i18n/index.ts';
import { Notice } from '#src/ui/notice.tsx';
import { TextField } from '../kit/text-field.tsx';
import { partnerWords } from './words.ts';

/** Tokens that a theme names itself: no other is ever reported as corrected. */
const isNamed = (token: string): token is 'accent' | 'paper' | 'surface' | 'ink' =>
  (THEME_COLOURS as readonly string[]).includes(token);

const isColour = (text: string | undefined): boolean => themeSchema.safeParse({ accent: text }).success;

interface ColoursProps {
  theme: Theme;
  onChange: (theme: Theme) => void;
}

/** The colours of a theme, and what becomes of those that could not be read. */
export function Colours({ theme, onChange }: ColoursProps): ReactNode {
  const t = useWords(partnerWords);
  const set = (name: ThemeColour, value: string): void => {
    const { [name]: _, ...others } = theme;
    onChange(value.trim() === '' ? others : { ...others, [name]: value.trim() });
  };
  const readable = Object.fromEntries(
    THEME_COLOURS.flatMap((name) => (isColour(theme[name]) ? [[name, theme[name]]] : [])),
  ) as Theme;
  const { corrections } = resolveTheme(readable);
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="font-strong">{t('brand.colours')}</legend>
      <p className="text-xs text-quiet">{t('brand.colours.hint')}</p>
      <div className="grid grid-cols-2 gap-3 md:grid-cols-4">
        {THEME_COLOURS.map((name) => (
          <div key={name} className="flex items-start gap-2">
            <TextField
              label={t(`brand.${name}`)}
              value={theme[name] ?? ''}
              onChange={(value) => set(name, value)}
              error={isColour(theme[name]) ? undefined : t('brand.colour.wrong')}
              input={{ dir: 'ltr' }}
              className="flex-1"
            />
            <span
              aria-hidden="true"
              className="mt-6 size-8 shrink-0 rounded-[7px] border border-edge"
              style={{ backgroundColor: readable[name] }}
            />
          </div>
        ))}
      </div>
      {corrections.length > 0 && (
        <Notice kind="check" live="status" title={t('brand.corrected')}>
          <ul>
            {corrections.map(({ token, scheme, given, used, ratio }) => (
              <li key={`${token} ${scheme}`}>
                {t(`brand.correction.${scheme}`, {
                  name: isNamed(token) ? t(`brand.${token}`) : token,
                  given,
                  used,
                  ratio: String(ratio),
                })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </fieldset>
  );
}
