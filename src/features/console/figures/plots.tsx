import type { ReactNode } from 'react';
import { cx } from '#src/ui/cx.ts';

export type Tone = 'accent' | 'done' | 'check' | 'stop' | 'quiet';
const FILLS: Readonly<Record<Tone, string>> = {
  accent: 'fill-accent',
  done: 'fill-done',
  check: 'fill-check-mark',
  stop: 'fill-stop',
  quiet: 'fill-edge',
};

export interface Bar {
  readonly key: string;
  readonly label: ReactNode;
  /** 0 to 1 of the width. */
  readonly share: number;
  readonly text: ReactNode;
  readonly tone?: Tone;
}

/** One bar a line, its name before it and its figure behind. */
export function Bars({ label, bars }: { label: string; bars: readonly Bar[] }): ReactNode {
  return (
    <div
      role="img"
      aria-label={label}
      className="grid grid-cols-[minmax(5rem,auto)_1fr_auto] items-center gap-x-3 gap-y-1.5"
    >
      {bars.map(({ key, label: name, share, text, tone = 'accent' }) => (
        <div key={key} className="contents">
          <span className="truncate">{name}</span>
          <svg
            viewBox="0 0 100 10"
            preserveAspectRatio="none"
            aria-hidden="true"
            className="h-3.5 w-full rtl:-scale-x-100"
          >
            <rect width="100" height="10" rx="0" className="fill-sunken" />
            <rect
              width={Math.max(share > 0 ? 0.6 : 0, Math.min(1, share) * 100)}
              height="10"
              className={FILLS[tone]}
            />
          </svg>
          <span className="text-end whitespace-nowrap">{text}</span>
        </div>
      ))}
    </div>
  );
}

export interface Column {
  readonly key: string;
  /** From the ground up. */
  readonly parts: readonly { readonly value: number; readonly tone: Tone }[];
  /** What it says under the pointer. */
  readonly title: string;
}

/** One column a day, stacked; time runs as the text does. */
export function Columns({
  label,
  columns,
  ends,
  top,
}: {
  label: string;
  columns: readonly Column[];
  ends: readonly [string, string];
  /** What the highest column stands for. */
  top: string;
}): ReactNode {
  const sum = ({ parts }: Column): number => parts.reduce((total, { value }) => total + value, 0);
  const highest = Math.max(1, ...columns.map(sum));
  return (
    <div role="img" aria-label={label}>
      <p className="text-xs text-quiet">{top}</p>
      <svg
        viewBox={`0 0 ${columns.length * 10} 100`}
        preserveAspectRatio="none"
        aria-hidden="true"
        className="mt-0.5 h-28 w-full border-b border-edge rtl:-scale-x-100"
      >
        <line
          x1="0"
          x2={columns.length * 10}
          y1="0.5"
          y2="0.5"
          className="stroke-hairline"
          vectorEffect="non-scaling-stroke"
        />
        {columns.map((column, index) => {
          let y = 100;
          return (
            <g key={column.key}>
              <title>{column.title}</title>
              <rect x={index * 10} y="0" width="10" height="100" className="fill-transparent" />
              {column.parts.map(({ value, tone }) => {
                const height = (value / highest) * 100;
                y -= height;
                return (
                  <rect
                    key={tone}
                    x={index * 10 + 1.2}
                    y={y}
                    width="7.6"
                    height={height}
                    className={FILLS[tone]}
                  />
                );
              })}
            </g>
          );
        })}
      </svg>
      <p className="mt-0.5 flex justify-between text-xs text-quiet">
        <span>{ends[0]}</span>
        <span>{ends[1]}</span>
      </p>
    </div>
  );
}

/** What the colours of a plot mean. */
export function Legend({ entries }: { entries: readonly (readonly [Tone, string])[] }): ReactNode {
  return (
    <p className="flex flex-wrap gap-x-4 text-xs text-quiet">
      {entries.map(([tone, name]) => (
        <span key={name} className="inline-flex items-center gap-1.5">
          <svg viewBox="0 0 10 10" aria-hidden="true" className="size-2.5">
            <rect width="10" height="10" rx="2" className={FILLS[tone]} />
          </svg>
          {name}
        </span>
      ))}
    </p>
  );
}

export interface FigureProps {
  title: string;
  csv: string;
  csvLabel: string;
  tableLabel: string;
  table: ReactNode;
  className?: string;
  children: ReactNode;
}

/** A plot with its table behind it, and the table to take along. */
export function Figure({
  title,
  csv,
  csvLabel,
  tableLabel,
  table,
  className,
  children,
}: FigureProps): ReactNode {
  return (
    <section
      className={cx(
        'flex min-w-0 flex-col gap-3 rounded-md border border-hairline bg-surface p-4',
        className,
      )}
    >
      <div className="flex items-baseline justify-between gap-3">
        <h2 className="font-strong">{title}</h2>
        <a
          href={csv}
          download
          aria-label={`${csvLabel}: ${title}`}
          className="text-xs text-accent underline underline-offset-4"
        >
          {csvLabel}
        </a>
      </div>
      {children}
      <details className="mt-auto text-sm">
        <summary className="text-xs text-quiet">{tableLabel}</summary>
        {table}
      </details>
    </section>
  );
}
