import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { DecisionRequest, Review } from '#src/contract/agent/index.ts';
import { decide } from '../api/review.ts';
import { useOfferUndo } from '../frame/undo.tsx';
import type { QueueView } from '../queue/view.ts';
import { reviewKey } from './keys.ts';
import { useTakeNext } from './use-next.ts';

/** Makes a decision, offers to undo it, and opens the next application by itself. */
export function useDecide(review: Review | undefined, view: QueueView, onNone: () => Promise<void>) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const offer = useOfferUndo();
  const take = useTakeNext();
  return useMutation({
    mutationFn: async (request: DecisionRequest) => {
      if (!review) throw new Error('no application to decide');
      // The next one is fetched meanwhile; if the decision fails it is held, and comes first the next time.
      const next = take(view, [review.id]).catch(() => null);
      const decision = await decide(review.id, request);
      return { decision, next: await next };
    },
    onSuccess: async ({ decision, next }) => {
      if (!review) return;
      offer({ applicationId: review.id, reference: review.reference, decision, view: { ...view } });
      void client.invalidateQueries({ queryKey: ['queue'] });
      if (next === null) await onNone();
      else await navigate({ to: '/review/$id', params: { id: next }, search: view });
      // Not asked for now: nobody looks at it any more, and each look is an entry of the audit.
      await client.invalidateQueries({ queryKey: reviewKey(review.id), refetchType: 'none' });
    },
    onError: () => client.invalidateQueries({ queryKey: reviewKey(review?.id ?? '') }),
  });
}
