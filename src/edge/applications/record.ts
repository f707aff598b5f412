import * as z from 'zod/mini';
import { consent, locale, storedField } from '#src/contract/index.ts';
import { openJson } from '../crypto/seal.ts';

/** What is sealed of an application. */
const applicationRecord = z.object({
  fields: z.record(z.string(), storedField),
  confirmedWarnings: z.array(z.string()),
  consent,
  locale,
  readingId: z.nullable(z.string()),
  /** Of the status page; its hash stands in the row. */
  statusSecret: z.string(),
  /** SHA-256 of the submission, to tell a repetition from something else under the same key. */
  fingerprint: z.string(),
});
export type ApplicationRecord = z.infer<typeof applicationRecord>;

export const applicationContext = (id: string): string => `application:${id}`;
/** What a session's sealed draft is bound to. */
export const draftContext = (sessionId: string): string => `draft:${sessionId}`;
export const commentContext = (id: string): string => `comment:${id}`;

/** A record, opened: the latest of an application, or that of an attempt before. */
export const openSealed = async (
  key: CryptoKey,
  id: string,
  sealed: Uint8Array,
): Promise<ApplicationRecord> => applicationRecord.parse(await openJson(key, applicationContext(id), sealed));
