import { type AuditHead, type AuditRow, type AuditSign, linkText } from '../../stores/audit.ts';

/** What is wrong with a chain. */
export type ChainFault = 'changed' | 'missing' | 'cut';

/**
 * Looks at a whole chain, its links in order.
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
  const last = links.at(-1);
  if (!head || head.seq !== (last?.seq ?? 0) || head.hash !== (last?.hash ?? ''))
    return { seq: (last?.seq ?? 0) + 1, fault: 'cut' };
  return null;
}
