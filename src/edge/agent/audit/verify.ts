import { type AuditHead, type AuditRow, type AuditSign, linkText } from '../../stores/audit.ts';

/** What is wrong with a chain. */
export type ChainFault = 'changed' | 'missing' | 'cut';

/**
 * Looks at a whole chain, its links in order.
 * @param head where it ended; to be read before the links.
 * @returns the first link's number that is not as it was written, and how; null if the chain is whole.
 */
export async function brokenLink(
  sign: AuditSign,
  links: readonly AuditRow[],
  head: Pick<AuditHead, 'seq' | 'hash'> | null,
): Promise<{ readonly seq: number; readonly fault: ChainFault } | null> {
  let before = '';
  for (const [i, { hash, ...link }] of links.entries()) {
    const seq = i + 1;
    if (link.seq !== seq) return { seq, fault: 'missing' };
    if ((await sign(linkText(link, before))) !== hash) return { seq, fault: 'changed' };
    before = hash;
  }
  // Links may have been added since the head was read; the one that it names has to be there.
  if (!head || links[head.seq - 1]?.hash !== head.hash) return { seq: links.length + 1, fault: 'cut' };
  return null;
}
