import { describe, expect, it, vi } from 'vitest';
import { RECORDED } from './fixtures/devices.ts';
import { fakeHost } from './fixtures/host.ts';
import { createCamera } from './manager.ts';

const phone = RECORDED[0]!;
const fault = (name: string, message = '') => Object.assign(new Error(message), { name });

describe('the camera', () => {
  it('changes to the main rear camera, and stops the first stream before it opens the second', async () => {
    const host = fakeHost(phone.cameras, { first: 'triple' });
    const camera = createCamera(host);
    await camera.start();
    const state = camera.state();
    expect(state.kind === 'live' && state.device.deviceId).toBe('main');
    expect(host.log).toEqual(['open triple', 'stop triple', 'open main']);
    expect(state.kind === 'live' && [state.mirrored, state.torch]).toEqual([false, 'off']);
  });

  it('remembers a chosen camera and opens it at once the next time', async () => {
    const host = fakeHost(phone.cameras, { first: 'main' });
    const camera = createCamera(host);
    await camera.start();
    await camera.switchTo('tele');
    camera.stop();
    host.log.length = 0;
    const again = createCamera(host);
    await again.start();
    expect(host.log).toEqual(['open tele']);
  });

  it('goes down the ladder when the remembered camera is gone', async () => {
    const host = fakeHost(phone.cameras, { first: 'main' });
    host.memory.remember('sold');
    const camera = createCamera(host);
    await camera.start();
    expect(camera.state().kind).toBe('live');
  });

  it.each([
    ['denied', fault('NotAllowedError', 'Permission denied'), 1],
    ['dismissed', fault('NotAllowedError', 'Permission dismissed'), 1],
    ['no-camera', fault('NotFoundError'), 2],
    ['in-use', fault('NotReadableError'), 2],
    ['overconstrained', fault('OverconstrainedError'), 2],
  ])('says %s, after as many tries as make sense', async (code, thrown, tries) => {
    const host = fakeHost([], { fail: thrown });
    const camera = createCamera(host);
    await camera.start();
    const state = camera.state();
    expect(state.kind === 'failed' && state.error.code).toBe(code);
    expect(host.asked).toBe(tries);
  });

  it('asks nobody where the page may not', async () => {
    const insecure = createCamera({ ...fakeHost([], {}), media: undefined, secure: false });
    await insecure.start();
    const first = insecure.state();
    expect(first.kind === 'failed' && first.error.code).toBe('insecure');
    const host = fakeHost(phone.cameras, { allowed: false });
    const framed = createCamera(host);
    await framed.start();
    const second = framed.state();
    expect(second.kind === 'failed' && second.error.code).toBe('policy');
    expect(host.asked).toBe(0);
  });

  it('stops a stream that arrives after the view was left', async () => {
    const host = fakeHost(phone.cameras, { first: 'main' });
    const camera = createCamera(host);
    const starting = camera.start();
    camera.stop();
    await starting;
    expect(camera.state().kind).toBe('idle');
    expect(host.log).toEqual(['open main', 'stop main']);
  });

  it('pauses for a call, resumes after it, and says when the stream dies', async () => {
    const host = fakeHost(phone.cameras, { first: 'main' });
    const camera = createCamera(host);
    await camera.start();
    const live = camera.state();
    if (live.kind !== 'live') throw new Error('not live');
    live.track.onmute?.(new Event('mute'));
    expect(camera.state()).toEqual({ kind: 'paused', reason: 'held' });
    live.track.onunmute?.(new Event('unmute'));
    expect(camera.state().kind).toBe('live');
    live.track.onended?.(new Event('ended'));
    const state = camera.state();
    expect(state.kind === 'failed' && state.error.code).toBe('died');
  });

  it('lights the lamp where there is one, and tells its listeners', async () => {
    const host = fakeHost(phone.cameras, { first: 'main' });
    const camera = createCamera(host);
    const heard = vi.fn();
    const unsubscribe = camera.subscribe(heard);
    await camera.start();
    await camera.setTorch(true);
    const state = camera.state();
    expect(state.kind === 'live' && state.torch).toBe('on');
    unsubscribe();
    const calls = heard.mock.calls.length;
    camera.stop();
    expect(heard.mock.calls.length).toBe(calls);
  });
});
