import type { ReactNode } from 'react';
import { useWords } from '#src/lib/i18n/index.ts';
import { cx } from '#src/ui/cx.ts';
import { Icon } from '#src/ui/icon.tsx';
import { placeOf } from '../place.ts';
import type { Said } from '../use-guided-camera.ts';
import { type WordId, words } from '../words.ts';

export interface InstructionProps {
  readonly said: Said;
  readonly taken: boolean;
  readonly mirrored: boolean;
}

/** The one sentence over the picture, read out politely when it changes. */
export function Instruction({ said, taken, mirrored }: InstructionProps): ReactNode {
  const t = useWords(words);
  const place = said.glare === null ? t('capture.place.middle') : t(placeOf(said.glare, mirrored));
  const id: WordId =
    said.guidance === 'unguided' ? 'capture.camera.unguided' : `capture.guide.${said.guidance}`;
  const good = taken || said.guidance === 'good';
  return (
    <div className="k-instruction pointer-events-none flex justify-center">
      <p
        role="status"
        aria-live="polite"
        className={cx(
          'flex min-h-12 items-center gap-2.5 rounded-md px-4 py-2 text-center text-lg font-strong',
          good ? 'bg-accent text-on-accent' : 'bg-paper text-ink',
        )}
      >
        {good && <Icon name="check" />}
        {taken ? t('capture.guide.taken') : t(id, { place })}
      </p>
    </div>
  );
}
