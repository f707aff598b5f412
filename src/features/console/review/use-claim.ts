import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { CLAIM_MS, type Review } from '#src/contract/agent/index.ts';
import { claimIt } from '../api/review.ts';
import { isOpen } from '../queue/view.ts';
import { reviewKey } from './keys.ts';

/** Whose it is: free, one's own, or somebody else's. */
export function holderOf(review: Review): 'free' | 'mine' | 'other' {
  const { claim } = review;
  if (!claim || Date.parse(claim.until) < Date.now()) return 'free';
  return claim.mine ? 'mine' : 'other';
}

/** Takes an application, and renews one's hold on it for as long as it is open before one. */
export function useClaim(review: Review | undefined) {
  const client = useQueryClient();
  const id = review?.id;
  const { mutateAsync, error, isPending, reset } = useMutation({
    mutationFn: ({ takeOver }: { takeOver: boolean }) => claimIt(id ?? '', takeOver),
    onSuccess: (claim) =>
      client.setQueryData<Review>(
        reviewKey(id ?? ''),
        (now) => now && { ...now, status: 'in_review', claim },
      ),
    onError: () => client.invalidateQueries({ queryKey: reviewKey(id ?? '') }),
  });
  const mine = review !== undefined && isOpen(review) && holderOf(review) === 'mine';
  useEffect(() => {
    if (!mine) return;
    const timer = setInterval(
      () => void mutateAsync({ takeOver: false }).catch(() => undefined),
      CLAIM_MS / 3,
    );
    return () => clearInterval(timer);
  }, [mine, mutateAsync]);
  return {
    /** Resolves to whether one holds it now. */
    hold: async (takeOver = false): Promise<boolean> => {
      reset();
      if (review && !takeOver && holderOf(review) === 'mine') return true;
      return mutateAsync({ takeOver }).then(
        () => true,
        () => false,
      );
    },
    error,
    isPending,
  };
}
