import type { ReactNode } from 'react';
import { cx } from '#src/ui/cx.ts';
import { Scroll } from './scroll.tsx';

export interface DataTableProps {
  caption: string;
  columns: readonly string[];
  rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
  /** From this column on, cells are numbers and stand at the end. */
  numbersFrom?: number;
}

/** A plain table: the first cell of a line is its name. */
export function DataTable({
  caption,
  columns,
  rows,
  numbersFrom = Number.POSITIVE_INFINITY,
}: DataTableProps): ReactNode {
  const side = (index: number): string => (index >= numbersFrom ? 'text-end' : 'text-start');
  return (
    <Scroll label={caption} className="overflow-x-auto">
      <table className="w-full">
        <caption className="sr-only">{caption}</caption>
        <thead className="text-xs text-quiet">
          <tr>
            {columns.map((column, index) => (
              <th
                // biome-ignore lint/suspicious/noArrayIndexKey: columns never change places
                key={index}
                scope="col"
                className={cx('border-b border-hairline px-2 py-1 font-normal', side(index))}
              >
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key} className="hover:bg-surface">
              {cells.map((cell, index) => {
                const Cell = index === 0 ? 'th' : 'td';
                return (
                  <Cell
                    // biome-ignore lint/suspicious/noArrayIndexKey: columns never change places
                    key={index}
                    {...(index === 0 && { scope: 'row' as const })}
                    className={cx('border-b border-hairline px-2 py-1.5 font-normal', side(index))}
                  >
                    {cell}
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
