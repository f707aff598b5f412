import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { QueueChanges, QueuePage } from '#src/contract/agent/index.ts';
import { getChanges, getQueue } from '../api/queue.ts';
import { type QueueView, renewed } from './view.ts';

/** How often a visible page asks what changed, ms. */
const LIVE_MS = 4_000;

const queueKey = (view: QueueView) => ['queue', view] as const;
const CHANGES = ['changes'] as const;

/** One page of a view. */
export const useQueuePage = (view: QueueView) =>
  useQuery({
    queryKey: queueKey(view),
    queryFn: ({ signal }) => getQueue(view, signal),
    // The page before stays while the next one comes.
    placeholderData: keepPreviousData,
  });

/** What changed of late, asked again and again while the page is visible; each answer goes on from the one before. */
export function useChanges(): QueueChanges | undefined {
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey: CHANGES,
    queryFn: ({ signal }) => getChanges(client.getQueryData<QueueChanges>(CHANGES)?.cursor ?? null, signal),
    refetchInterval: LIVE_MS,
    refetchOnWindowFocus: true,
    structuralSharing: false,
  });
  return data;
}

/** Keeps a view's page up to date. */
export function useLivePage(view: QueueView, changes: QueueChanges | undefined): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!changes) return;
    if (changes.more) void client.invalidateQueries({ queryKey: ['queue'] });
    client.setQueryData<QueuePage>(queueKey(view), (page) =>
      page ? renewed(page, view, changes.items, Date.now()) : page,
    );
  }, [client, view, changes]);
}
