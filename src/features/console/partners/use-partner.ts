import { useMutation, useQueryClient } from '@tanstack/react-query';

export const PARTNERS = ['partners'] as const;
export const partnerKey = (id: string) => [...PARTNERS, id] as const;

/** One change of a partner after the other; what is shown of it is asked for anew after each. */
export function useChange<In = void, Out = unknown>(id: string, act: (input: In) => Promise<Out>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSettled: () => client.invalidateQueries({ queryKey: partnerKey(id) }),
  });
}
