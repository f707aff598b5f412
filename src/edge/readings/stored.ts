import * as z from 'zod/mini';
import { readingReply } from '#src/contract/index.ts';

/** What is kept of a reading, sealed: the reply as it was given, and the upstream's own message. */
export const storedReading = z.object({
  reply: readingReply,
  /** The OK message as it came, with whatever an upstream adds to the documented keys. */
  message: z.nullable(z.unknown()),
  /** The upstream charged for an answer that nobody can use; the image is not sent there again. */
  broken: z.boolean(),
});
export type StoredReading = z.infer<typeof storedReading>;

/** What a second reader made of the same image, where the two differ, by the form's fields. */
export const secondReading = z.object({
  reader: z.string(),
  fields: z.record(z.string(), z.object({ first: z.string(), second: z.string() })),
});
export type SecondReading = z.infer<typeof secondReading>;

/** What the sealed reading and its image are bound to. */
export const readingContext = (id: string): string => `reading:${id}`;
export const secondContext = (id: string): string => `second:${id}`;
export const imageContext = (id: string): string => `image:${id}`;
