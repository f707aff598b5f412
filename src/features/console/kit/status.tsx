import type { ReactNode } from 'react';
import type { QueueItem } from '#src/contract/agent/index.ts';
import { useWords } from '#src/lib/i18n/index.ts';
import { cx } from '#src/ui/cx.ts';
import { Icon, type IconName } from '#src/ui/icon.tsx';
import { queueWords } from '../queue/words.ts';

type Status = QueueItem['status'];

const LOOKS: Readonly<Record<Status, readonly [ink: string, icon: IconName | null]>> = {
  submitted: ['text-quiet', null],
  in_review: ['text-accent', null],
  approved: ['text-done', 'check'],
  declined: ['text-stop', 'stop'],
  resubmission_requested: ['text-check', 'again'],
  expired: ['text-quiet', 'close'],
};

/** Where an application stands: a word, a colour, and a shape where it is over. */
export function StatusWord({ status, className }: { status: Status; className?: string }): ReactNode {
  const t = useWords(queueWords);
  const [ink, icon] = LOOKS[status];
  return (
    <span className={cx('inline-flex items-center gap-1.5 whitespace-nowrap', ink, className)}>
      {icon ? (
        <Icon name={icon} className="size-4" />
      ) : (
        <span
          aria-hidden="true"
          className={cx(
            'ms-1 size-2 rounded-full border-2 border-current',
            status === 'in_review' && 'bg-current',
          )}
        />
      )}
      {t(`status.${status}`)}
    </span>
  );
}
