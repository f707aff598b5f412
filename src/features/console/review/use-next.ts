import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { claimNext, getImage } from '../api/review.ts';
import { filtersOf, type QueueView } from '../queue/view.ts';
import { imageKey, reviewKey } from './keys.ts';

/**
 * Takes the next application of a view: claimed, in the cache, its photo on the way.
 * @returns its id; null where there is none.
 */
export function useTakeNext() {
  const client = useQueryClient();
  return async (view: QueueView, skip: readonly string[] = []): Promise<string | null> => {
    const { status: _status, ...filters } = filtersOf(view);
    const next = await claimNext({ filters, skip: [...skip] });
    if (!next) return null;
    client.setQueryData(reviewKey(next.id), next);
    if (next.image)
      void client.prefetchQuery({
        queryKey: imageKey(next.id, next.attempt),
        queryFn: ({ signal }) => getImage(next.id, next.attempt, signal),
        staleTime: Number.POSITIVE_INFINITY,
      });
    return next.id;
  };
}

/** The same as an action of a page, which leads there. `onNone`: nothing is left. */
export function useNext(view: QueueView, onNone: () => unknown) {
  const take = useTakeNext();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (skip: readonly string[] | undefined) => take(view, skip),
    onSuccess: async (id) => {
      if (id === null) await onNone();
      else await navigate({ to: '/review/$id', params: { id }, search: { ...view, after: undefined } });
    },
  });
}
