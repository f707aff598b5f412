import { base64url } from 'jose';
import * as z from 'zod/mini';
import type { Bytes } from '../../crypto/bytes.ts';
import { openJson, sealJson } from '../../crypto/seal.ts';
import type { Vault } from '../../crypto/vault.ts';
import { storedReading } from '../../readings/stored.ts';

/** What was read, handed to the browser sealed, since nothing is stored here. */
const ticket = z.object({
  country: z.string(),
  imageHash: z.string(),
  /** Of the session that is made when it is filed: one, however often it is. */
  sessionId: z.string(),
  stored: storedReading,
  /** Until when it can be used, ms. */
  until: z.number(),
});
export type Ticket = z.infer<typeof ticket>;

const CONTEXT = 'verification-ticket';

const keyOf = async (vault: Vault): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', await vault.bytes(CONTEXT), 'AES-GCM', false, ['encrypt', 'decrypt']);

export const sealTicket = async (vault: Vault, content: Ticket): Promise<string> =>
  base64url.encode(await sealJson(await keyOf(vault), CONTEXT, content));

/** @returns null if it is not ours, or too old. */
export async function openTicket(vault: Vault, sealed: string, now: number): Promise<Ticket | null> {
  try {
    const bytes = base64url.decode(sealed) as Bytes;
    const content = ticket.parse(await openJson(await keyOf(vault), CONTEXT, bytes));
    return content.until > now ? content : null;
  } catch {
    return null;
  }
}
