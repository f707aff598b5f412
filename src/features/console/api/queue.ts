import {
  type QueueChanges,
  type QueueFilters,
  type QueuePage,
  type QueueQuery,
  queueChanges,
  queuePage,
  type SavedView,
  type SavedViewRequest,
  type SearchReply,
  savedView,
  savedViewList,
  searchReply,
} from '#src/contract/agent/index.ts';
import { call, parsed } from '#src/lib/api/client.ts';

/** What is set, as query parameters. */
export function paramsOf(values: Readonly<Record<string, string | number | undefined>>): string {
  const set = Object.entries(values).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, String(value)]],
  );
  return new URLSearchParams(set).toString();
}

/** `GET /api/agent/applications`: one page of a view. */
export const getQueue = async (query: QueueQuery, signal?: AbortSignal): Promise<QueuePage> =>
  parsed(queuePage, await call(`/api/agent/applications?${paramsOf(query)}`, { signal }));

/** `POST /api/agent/applications/search`. In the body, so that no name or number stands in a URL. */
export const search = async (text: string, after?: string, signal?: AbortSignal): Promise<SearchReply> =>
  parsed(
    searchReply,
    await call('/api/agent/applications/search', {
      method: 'POST',
      json: { text, ...(after && { after }) },
      signal,
    }),
  );

/** `GET /api/agent/queue/changes`: what changed since the cursor, and how many wait. */
export const getChanges = async (since: string | null, signal?: AbortSignal): Promise<QueueChanges> =>
  parsed(
    queueChanges,
    await call(`/api/agent/queue/changes?${paramsOf({ since: since ?? '' })}`, { signal }),
  );

export const getViews = async (signal?: AbortSignal): Promise<readonly SavedView[]> =>
  parsed(savedViewList, await call('/api/agent/views', { signal })).views;
export const saveView = async (request: SavedViewRequest): Promise<SavedView> =>
  parsed(savedView, await call('/api/agent/views', { method: 'POST', json: request }));
export const removeView = async (id: string): Promise<void> =>
  void (await call(`/api/agent/views/${encodeURIComponent(id)}`, { method: 'DELETE' }));

/** Where the view's lines are to be had as CSV. */
export const queueCsv = (filters: QueueFilters): string =>
  `/api/agent/applications/export?${paramsOf(filters)}`;
