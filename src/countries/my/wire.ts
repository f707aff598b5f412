import * as z from 'zod/mini';

/** OK message of `POST /v1/my_ocr/general`: keys in the documented order. */
export const myMessage = z.object({
  CardNumber: z.string(),
  DateOfBirth: z.string(),
  Gender: z.string(),
  Name: z.string(),
  Address: z.string(),
});
export type MyMessage = z.infer<typeof myMessage>;
