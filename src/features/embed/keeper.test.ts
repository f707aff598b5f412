import { describe, expect, it, vi } from 'vitest';
import type { SessionReply } from '#src/contract/index.ts';
import { ApiError } from '#src/lib/api/client.ts';
import { createFrameKeeper, ForeignSessionError } from './keeper.ts';

const MINUTE = 60_000;

function setUp({ refused = [] as string[], ours = true, session = (_token: string): string => 's' } = {}) {
  let time = 0;
  let asked = 0;
  const channel = {
    askToken: vi.fn(async () => `page-${++asked}`),
    fail: vi.fn(),
  };
  const open = vi.fn(async (token: string) => {
    if (refused.includes(token)) throw new ApiError('unauthorized');
    return {
      token: `${token}+`,
      sessionId: session(token),
      expiresAt: new Date(time + 30 * MINUTE).toISOString(),
    } as SessionReply;
  });
  const keeper = createFrameKeeper({ channel, first: 'first', open, ours: () => ours, now: () => time });
  return { keeper, channel, open, pass: (ms: number) => (time += ms) };
}

describe('the session of a frame', () => {
  it('opens with the token of the page, once for all who ask', async () => {
    const { keeper, open, channel } = setUp();
    const [one, other] = await Promise.all([keeper.get(), keeper.get()]);
    expect([one.token, other.token]).toEqual(['first+', 'first+']);
    expect(open).toHaveBeenCalledTimes(1);
    expect(channel.askToken).not.toHaveBeenCalled();
  });

  it('asks the page for another token when the BFF takes the old one no more', async () => {
    const { keeper, channel, pass } = setUp({ refused: ['first+'] });
    await keeper.get();
    pass(31 * MINUTE);
    expect((await keeper.get()).token).toBe('page-1+');
    expect(channel.askToken).toHaveBeenCalledWith('refused');
  });

  it('says so when the next one is refused too', async () => {
    const { keeper, channel } = setUp({ refused: ['first', 'page-1'] });
    await expect(keeper.get()).rejects.toMatchObject({ code: 'unauthorized' });
    expect(channel.fail).toHaveBeenCalledWith('token_refused', expect.any(String));
  });

  it('tries a call once more under another token', async () => {
    const { keeper } = setUp({ refused: ['first+'] });
    const seen: string[] = [];
    const result = await keeper.call(async (token) => {
      seen.push(token);
      if (token === 'first+') throw new ApiError('unauthorized');
      return 'done';
    });
    expect(result).toBe('done');
    expect(seen).toEqual(['first+', 'page-1+']);
  });

  it('does not go on in another session than the one that was begun, and says so', async () => {
    const { keeper, channel, open, pass } = setUp({
      refused: ['first+'],
      session: (token) => (token === 'page-2' ? 's' : token),
    });
    // A page without `session`: each token is of another one.
    open.mockImplementationOnce(
      async (token) =>
        ({
          token: `${token}+`,
          sessionId: 's',
          expiresAt: new Date(30 * MINUTE).toISOString(),
        }) as SessionReply,
    );
    await keeper.get();
    pass(31 * MINUTE);
    await expect(keeper.get()).rejects.toMatchObject({ code: 'unauthorized' });
    expect(channel.fail).toHaveBeenCalledWith('token_refused', expect.stringContaining('session'));
    expect(keeper.current()?.sessionId).toBe('s');
    // The page has learnt better.
    expect((await keeper.get()).token).toBe('page-2+');
  });

  it('looks at the session of a token too that was tried again after a lost line', async () => {
    const { keeper, open, pass } = setUp({ refused: ['first+'], session: (token) => token });
    await keeper.get();
    pass(31 * MINUTE);
    open.mockRejectedValueOnce(new ApiError('unauthorized')).mockRejectedValueOnce(new ApiError('offline'));
    await expect(keeper.get()).rejects.toMatchObject({ code: 'offline' });
    await expect(keeper.get()).rejects.toMatchObject({ code: 'unauthorized' });
    expect(keeper.current()?.sessionId).toBe('first');
  });

  it('is not stuck where the page gives no token', async () => {
    const { keeper, channel, pass } = setUp({ refused: ['first+'] });
    await keeper.get();
    pass(31 * MINUTE);
    channel.askToken.mockRejectedValueOnce(new ApiError('timeout'));
    await expect(keeper.get()).rejects.toMatchObject({ code: 'timeout' });
    expect((await keeper.get()).token).toBe('page-1+');
  });

  it('takes no session that was made for another page', async () => {
    const { keeper, channel } = setUp({ ours: false });
    await expect(keeper.get()).rejects.toBeInstanceOf(ForeignSessionError);
    expect(channel.askToken).not.toHaveBeenCalled();
  });

  it('keeps the token through a lost line', async () => {
    const { keeper, open, channel } = setUp();
    open.mockRejectedValueOnce(new ApiError('offline'));
    await expect(keeper.get()).rejects.toMatchObject({ code: 'offline' });
    expect((await keeper.get()).token).toBe('first+');
    expect(channel.askToken).not.toHaveBeenCalled();
  });
});
