import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { Icon, type IconName } from './icon.tsx';

const KINDS = {
  info: ['border-accent bg-accent-soft text-ink', 'text-accent', 'info'],
  check: ['border-check-mark bg-check-soft text-ink', 'text-check', 'warn'],
  stop: ['border-stop bg-stop-soft text-ink', 'text-stop', 'stop'],
  done: ['border-done bg-done-soft text-ink', 'text-done', 'check'],
} as const satisfies Record<string, readonly [string, string, IconName]>;

export interface NoticeProps {
  kind: keyof typeof KINDS;
  title?: string;
  /** Read out at once when it appears (`alert`) or at the next pause (`status`). */
  live?: 'alert' | 'status';
  className?: string;
  children?: ReactNode;
}

/** Something to know: colour, icon and words say the same. */
export function Notice({ kind, title, live, className, children }: NoticeProps): ReactNode {
  const [box, ink, icon] = KINDS[kind];
  return (
    <div role={live} className={cx('flex gap-3 rounded-md border-s-4 p-3.5 pe-4', box, className)}>
      <Icon name={icon} className={cx('mt-0.5', ink)} />
      <div className="min-w-0 flex-1 space-y-1">
        {title && <p className="font-strong">{title}</p>}
        {children}
      </div>
    </div>
  );
}
