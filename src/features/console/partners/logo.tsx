import { useMutation } from '@tanstack/react-query';
import { type ChangeEvent, type ReactNode, useId, useRef } from 'react';
import type { Theme } from '#src/contract/partner/index.ts';
import { useWords } from '#src/lib/i18n/index.ts';
import { uploadLogo } from '../api/partners.ts';
import { Button } from '../kit/button.tsx';
import { Glyph } from '../kit/glyph.tsx';
import { partnerWords } from './words.ts';

interface LogoProps {
  partner: string;
  slot: 'logo' | 'logoDark';
  theme: Theme;
  onChange: (theme: Theme) => void;
}

/** The logo of one scheme: uploaded at once, shown by the client when its settings are saved. */
export function Logo({ partner, slot, theme, onChange }: LogoProps): ReactNode {
  const t = useWords(partnerWords);
  const file = useRef<HTMLInputElement>(null);
  const id = useId();
  const title = t(slot === 'logo' ? 'brand.logo' : 'brand.logo.dark');
  const upload = useMutation({
    mutationFn: (chosen: File) => uploadLogo(partner, chosen),
    onSuccess: ({ path }) => onChange({ ...theme, [slot]: path }),
  });
  const onFile = ({ currentTarget }: ChangeEvent<HTMLInputElement>): void => {
    const [chosen] = currentTarget.files ?? [];
    if (chosen) upload.mutate(chosen);
    // The same file may be chosen again.
    currentTarget.value = '';
  };
  const takeAway = (): void => {
    const { [slot]: _, ...others } = theme;
    onChange(others);
  };
  const path = theme[slot];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot stand in the line
    <div role="group" aria-labelledby={id} className="flex flex-col gap-1">
      <p id={id} className="font-strong">
        {title}
      </p>
      <p className="text-xs text-quiet">{t('brand.logo.hint')}</p>
      <div className="flex items-center gap-2">
        {path ? (
          <img src={path} alt={title} className="h-10 max-w-40 rounded-sm border border-hairline p-1" />
        ) : (
          <span className="text-quiet">{t('brand.logo.none')}</span>
        )}
        <input
          ref={file}
          type="file"
          accept="image/png,image/jpeg,image/webp,image/svg+xml"
          hidden
          onChange={onFile}
        />
        <Button busy={upload.isPending} onPress={() => file.current?.click()}>
          {t('brand.logo.choose')}
        </Button>
        {path && (
          <Button look="plain" aria-label={t('brand.logo.remove')} onPress={takeAway}>
            <Glyph name="bin" />
          </Button>
        )}
      </div>
      <p role="alert" className="text-stop empty:hidden">
        {upload.error && t('brand.logo.wrong')}
      </p>
    </div>
  );
}
