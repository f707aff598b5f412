import { describe, expect, it } from 'vitest';
import type { EmbedLevel } from '#src/contract/embed.ts';
import { diagnose } from './diagnose.ts';

const FACTS = { policy: false, secure: true, userAgent: 'Mozilla/5.0 Chrome/140' };
const top: EmbedLevel = {
  origin: 'https://shop.example',
  allow: true,
  sandbox: null,
  policy: true,
  secure: true,
  top: true,
};
const middle: EmbedLevel = { ...top, origin: 'https://checkout.example', top: false };

describe('the embed doctor', () => {
  it('names the page whose frame has no allow', () => {
    expect(diagnose(FACTS, [{ ...top, allow: false }], true)).toMatchObject({
      code: 'camera_allow_missing',
      at: top.origin,
      candidates: [],
    });
  });

  it('names the outer page where the outer frame has no allow', () => {
    const levels = [
      { ...middle, policy: false },
      { ...top, allow: false },
    ];
    expect(diagnose(FACTS, levels, true)).toMatchObject({ code: 'camera_allow_missing', at: top.origin });
  });

  it('names the page that sends camera=(), wherever it is', () => {
    expect(diagnose(FACTS, [{ ...top, policy: false }], true)).toMatchObject({
      code: 'camera_policy_header',
      at: top.origin,
    });
    expect(diagnose(FACTS, [{ ...middle, policy: false }, top], true)).toMatchObject({
      code: 'camera_policy_header',
      at: middle.origin,
    });
    expect(
      diagnose(
        FACTS,
        [
          { ...middle, policy: false },
          { ...top, policy: false },
        ],
        true,
      ),
    ).toMatchObject({
      code: 'camera_policy_header',
      at: top.origin,
    });
  });

  it('names a sandbox without allow-same-origin, and a page that is not https', () => {
    expect(diagnose(FACTS, [{ ...top, sandbox: 'allow-scripts' }], true).code).toBe('frame_sandboxed');
    expect(diagnose(FACTS, [{ ...top, sandbox: 'allow-scripts allow-same-origin' }], true).code).not.toBe(
      'frame_sandboxed',
    );
    expect(diagnose(FACTS, [middle, { ...top, secure: false }], true)).toMatchObject({
      code: 'page_insecure',
      at: top.origin,
    });
    expect(diagnose({ ...FACTS, secure: false }, [], false).code).toBe('page_insecure');
  });

  it('lists what it may be where the pages above say nothing', () => {
    const both = ['camera_allow_missing', 'camera_policy_header'];
    expect(diagnose(FACTS, [], false)).toEqual({ code: 'camera_blocked', candidates: both, at: null });
    expect(diagnose(FACTS, [{ ...middle, policy: false }], false)).toEqual({
      code: 'camera_blocked',
      candidates: both,
      at: null,
    });
  });

  it('knows browsers inside of apps, where nothing else explains it', () => {
    const userAgent = 'Mozilla/5.0 (Linux; Android 14; wv) Chrome/140 Mobile [FBAN/EMA;FBAV/420]';
    expect(diagnose({ ...FACTS, policy: true, userAgent }, [top], true).code).toBe('browser_in_app');
    expect(diagnose({ ...FACTS, userAgent }, [{ ...top, allow: false }], true).code).toBe(
      'camera_allow_missing',
    );
  });
});
