import * as z from 'zod/mini';

/** OK message of `POST /v1/pk_ocr/general`: keys in the documented order. */
export const pkMessage = z.object({
  idNumber: z.string(),
  name: z.string(),
  fatherName: z.string(),
  gender: z.string(),
  country: z.string(),
  birthDay: z.string(),
  issueDay: z.string(),
  expiryDay: z.string(),
});
export type PkMessage = z.infer<typeof pkMessage>;
