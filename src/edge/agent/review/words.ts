import * as z from 'zod/mini';

/** What is sealed of a decision. */
export const decisionWords = z.object({ comment: z.nullable(z.string()), note: z.nullable(z.string()) });
export type DecisionWords = z.infer<typeof decisionWords>;

export const decisionContext = (id: string): string => `decision:${id}`;
