import { type Figures, type FiguresQuery, type FigureTable, figures } from '#src/contract/agent/index.ts';
import { call, parsed } from '#src/lib/api/client.ts';
import { paramsOf } from './queue.ts';

export const getFigures = async (query: FiguresQuery, signal?: AbortSignal): Promise<Figures> =>
  parsed(figures, await call(`/api/agent/figures?${paramsOf(query)}`, { signal }));

/** Where a table of the figures is to be had as CSV. */
export const figuresCsv = (table: FigureTable, query: FiguresQuery): string =>
  `/api/agent/figures/export?${paramsOf({ table, ...query })}`;
