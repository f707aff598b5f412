import type { ReactNode } from 'react';
import { useWords } from '#src/lib/i18n/index.ts';
import { Button } from '../kit/button.tsx';
import { consoleWords } from '../words.ts';
import { type View, type ViewAction, ZOOM_STEP } from './view.ts';

interface ToolsProps {
  view: View;
  face: 'card' | 'photo' | null;
  act: (action: ViewAction) => void;
  onFace: () => void;
  disabled: boolean;
}

/** Every look at the picture, with its key. */
export function Tools({ view, face, act, onFace, disabled }: ToolsProps): ReactNode {
  const t = useWords(consoleWords);
  const tool = (
    keys: string,
    sign: ReactNode,
    label: string,
    run: () => void,
    pressed?: boolean,
  ): ReactNode => (
    <Button
      look="plain"
      keys={keys}
      isDisabled={disabled}
      onPress={run}
      className={pressed ? 'bg-accent-soft' : ''}
      {...(pressed !== undefined && { 'aria-pressed': pressed })}
    >
      <span title={label} className="max-sm:sr-only">
        {sign}
      </span>
    </Button>
  );
  return (
    <div role="toolbar" aria-label={t('keys.picture')} className="flex flex-wrap items-center gap-0.5 pt-1">
      {tool('-', t('view.out.short'), t('view.out'), () => act({ kind: 'zoom', factor: 1 / ZOOM_STEP }))}
      {tool('0', t('view.fit.short'), t('view.fit'), () => act({ kind: 'fit' }))}
      {tool('+', t('view.in.short'), t('view.in'), () => act({ kind: 'zoom', factor: ZOOM_STEP }))}
      {tool('r', t('view.turn.short'), t('view.turn'), () => act({ kind: 'turn', quarters: 1 }))}
      {tool(
        'x',
        t('view.contrast.short'),
        t('view.contrast'),
        () => act({ kind: 'contrast' }),
        view.contrast > 0,
      )}
      {face !== null && tool('o', t('view.face.short'), t('view.face'), onFace, face === 'photo')}
    </div>
  );
}
