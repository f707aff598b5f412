import { afterEach, describe, expect, it, vi } from 'vitest';
import { type ChannelHost, openChannel } from './channel.ts';

const SHOP = 'https://shop.example';
const OTHER = 'https://other.example';

function host({ ancestorOrigins = [SHOP] as readonly string[] | null, referrer = '' } = {}) {
  const posted: { data: { type: string; version: number; payload: object }; origin: string }[] = [];
  let hear: (event: MessageEvent) => void = () => {};
  const parent: ChannelHost['parent'] = {
    postMessage: (data: never, origin: unknown) => void posted.push({ data, origin: String(origin) }),
  };
  const made: ChannelHost = {
    parent,
    ancestorOrigins,
    referrer,
    listen: (take) => {
      hear = take;
      return () => {
        hear = () => {};
      };
    },
  };
  const say = (data: unknown, origin = SHOP, source: unknown = parent) =>
    hear({ data, origin, source } as MessageEvent);
  return { made, posted, say };
}

const start = (token = 'abc', version = 1) => ({
  source: 'kenal',
  version,
  type: 'start',
  payload: { token, locale: null, theme: null, modal: false, viewport: 800 },
});

/** Resolves to null where nothing comes. */
const soon = <T>(promise: Promise<T>): Promise<T | null> =>
  Promise.race([promise, new Promise<null>((resolve) => setTimeout(() => resolve(null), 20))]);

afterEach(() => {
  vi.useRealTimers();
});

describe('the channel to the page', () => {
  it('says an empty ready to the holding page alone, and to no page that is not allowed', () => {
    const one = host();
    openChannel(one.made, [SHOP, OTHER]);
    expect(one.posted).toEqual([
      { data: { source: 'kenal', version: 1, type: 'ready', payload: {} }, origin: SHOP },
    ]);
    const stranger = host({ ancestorOrigins: ['https://evil.example'] });
    openChannel(stranger.made, [SHOP, OTHER]);
    expect(stranger.posted).toEqual([]);
    const unknown = host({ ancestorOrigins: null });
    openChannel(unknown.made, [SHOP, OTHER]);
    expect(unknown.posted.map(({ origin }) => origin)).toEqual([SHOP, OTHER]);
    const referred = host({ ancestorOrigins: null, referrer: `${OTHER}/page?x=1` });
    openChannel(referred.made, [SHOP, OTHER]);
    expect(referred.posted.map(({ origin }) => origin)).toEqual([OTHER]);
  });

  it('begins with the first start of an allowed page, and hears no other from then on', async () => {
    const { made, say } = host();
    const channel = openChannel(made, [SHOP, OTHER]);
    say(start('right'));
    say(start('late', 1), OTHER);
    say(start('again'));
    expect((await channel.started).token).toBe('right');
    expect(channel.peer()).toBe(SHOP);
  });

  it.each([
    ['another origin', start(), 'https://evil.example', undefined],
    ['another window', start(), SHOP, {}],
    ['another source', { ...start(), source: 'kenai' }, SHOP, undefined],
    ['an old version', start('abc', 0), SHOP, undefined],
    ['a version of the future', start('abc', 2), SHOP, undefined],
    ['no token', { ...start(), payload: { ...start().payload, token: '' } }, SHOP, undefined],
    ['a payload that is none', { ...start(), payload: 'x' }, SHOP, undefined],
  ])('is not begun by %s', async (_, data, origin, source) => {
    const { made, say } = host();
    const channel = openChannel(made, [SHOP]);
    if (source === undefined) say(data, origin);
    else say(data, origin, source);
    expect(await soon(channel.started)).toBeNull();
    expect(channel.peer()).toBeNull();
  });

  it('says so to a page that speaks a version it does not', () => {
    const { made, posted, say } = host();
    openChannel(made, [SHOP]);
    say(start('abc', 2));
    expect(posted.at(-1)).toMatchObject({
      data: { type: 'error', payload: { code: 'version_unsupported' } },
      origin: SHOP,
    });
  });

  it('asks for a token, and takes the answer of its page alone', async () => {
    const { made, posted, say } = host();
    const channel = openChannel(made, [SHOP, OTHER]);
    say(start());
    const token = channel.askToken('expired');
    expect(posted.at(-1)).toMatchObject({ data: { type: 'token', payload: { reason: 'expired' } } });
    const answer = (text: string) => ({
      source: 'kenal',
      version: 1,
      type: 'token',
      payload: { token: text },
    });
    say(answer('forged'), OTHER);
    say(answer('new'));
    expect(await token).toBe('new');
  });

  it('waits for a page that gives nothing for so long and no longer', async () => {
    vi.useFakeTimers();
    const silent = openChannel(host().made, [SHOP]);
    const { made, say } = host();
    const channel = openChannel(made, [SHOP]);
    say(start());
    const token = channel.askToken('expired');
    const never = Promise.all([
      expect(silent.started).rejects.toMatchObject({ code: 'timeout' }),
      expect(token).rejects.toMatchObject({ code: 'timeout' }),
    ]);
    await vi.advanceTimersByTimeAsync(15_000);
    await never;
    // An answer that comes later is of nobody's question; the next question has its own.
    const next = channel.askToken('expired');
    say({ source: 'kenal', version: 1, type: 'token', payload: { token: 'new' } });
    expect(await next).toBe('new');
    expect((await channel.started).token).toBe('abc');
  });

  it('posts nothing but ready before it was begun', () => {
    const { made, posted } = host();
    const channel = openChannel(made, [SHOP]);
    channel.post({ type: 'step', payload: { step: 'form' } });
    expect(posted).toHaveLength(1);
  });
});
