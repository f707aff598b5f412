import { afterEach, expect, it, vi } from 'vitest';
import { handoffOffer } from '#src/contract/partner/index.ts';
import { bedsOf, client, sqliteStores } from '../testing/bed.node.ts';

const beds = bedsOf(sqliteStores);
afterEach(beds.closeAll);

it('counts each try before the next is judged: the right code comes too late behind three wrong ones', async () => {
  const bed = await beds.make();
  const desktop = await client(bed);
  const offer = handoffOffer.parse(await (await desktop.send('POST', '/api/handoffs')).json());
  const secret = offer.url.split('#')[1] ?? '';
  const wrong = String((Number(offer.code) + 1) % 10_000).padStart(4, '0');
  // All have passed every look that comes before the code; then one goes on after the other, the right one last.
  const codes = [...Array<string>(11).fill(wrong), offer.code];
  const { join } = bed.store.handoffs;
  const calls: { readonly hash: string; readonly go: () => void }[] = [];
  vi.spyOn(bed.store.handoffs, 'join').mockImplementation(async (...given) => {
    await new Promise<void>((go) => {
      calls.push({ hash: given[1], go });
      if (calls.length < codes.length) return;
      const isRight = ({ hash }: { hash: string }) => calls.filter((each) => each.hash === hash).length === 1;
      for (const each of calls.toSorted((a, b) => Number(isRight(a)) - Number(isRight(b)))) each.go();
    });
    return join(...given);
  });
  const answers = await Promise.all(
    codes.map((code) =>
      bed.request('/api/handoffs/join', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ secret, code }),
      }),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([403, 403, ...Array<number>(10).fill(410)]);
});
