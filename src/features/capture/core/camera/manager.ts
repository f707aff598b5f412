import { focusAt, focusContinuously, hasTorch, ladder, setTorch } from './constraints.ts';
import { better, type CameraDevice, describe, isMirrored, rank } from './devices.ts';
import { CameraError, toCameraError } from './errors.ts';
import type { ChoiceMemory } from './memory.ts';
import type { CameraState, LiveCamera } from './state.ts';

/** The browser as the manager needs it; tests hand in recorded devices. */
export interface CameraHost {
  /** Undefined on insecure pages and in web views without a camera. */
  readonly media: Pick<MediaDevices, 'getUserMedia' | 'enumerateDevices'> | undefined;
  readonly secure: boolean;
  readonly embedded: boolean;
  allowedByPolicy(): boolean | null;
  permission(): Promise<PermissionState | null>;
  now(): number;
  readonly memory: ChoiceMemory;
}

export interface Camera {
  state(): CameraState;
  subscribe(listener: () => void): () => void;
  start(): Promise<void>;
  /** Stops the stream for good (left, done) or until `start` (hidden). The lamp of the camera goes out. */
  stop(reason?: 'idle' | 'hidden'): void;
  /** Another camera, remembered for the next time. */
  switchTo(deviceId: string): Promise<void>;
  setTorch(on: boolean): Promise<void>;
  /** Fractions of the picture; resolves to whether the lens could be asked. */
  focusAt(x: number, y: number): Promise<boolean>;
}

/** Faults that a smaller or another request may get around; a refusal is final. */
const WORTH_ANOTHER_TRY = new Set(['overconstrained', 'in-use', 'no-camera', 'timeout', 'unknown']);

/**
 * A camera without a user interface. It owns at most one stream: the old one is stopped before the next is
 * asked for (phones open one camera at a time), and one that arrives after `stop` is stopped at once.
 * Failures are states, never rejections.
 */
export function createCamera(host: CameraHost): Camera {
  let state: CameraState = { kind: 'idle' };
  let attempt = 0;
  let devices: readonly CameraDevice[] | null = null;
  const listeners = new Set<() => void>();

  const set = (next: CameraState) => {
    state = next;
    for (const listener of listeners) listener();
  };

  const release = () => {
    if (state.kind !== 'live') return;
    state.track.onended = state.track.onmute = state.track.onunmute = null;
    for (const track of state.stream.getTracks()) track.stop();
  };

  /** Asks step by step down the ladder; throws the first failure, which says more than the last. */
  async function request(deviceId: string | null): Promise<MediaStream> {
    if (host.media === undefined) throw new CameraError(host.secure ? 'unsupported' : 'insecure');
    if (host.allowedByPolicy() === false) throw new CameraError('policy');
    let first: CameraError | null = null;
    for (const video of ladder(deviceId)) {
      const began = host.now();
      try {
        return await host.media.getUserMedia({ video, audio: false });
      } catch (cause) {
        const error = toCameraError(cause, {
          secure: host.secure,
          embedded: host.embedded,
          allowedByPolicy: host.allowedByPolicy(),
          permission: await host.permission(),
          elapsed: host.now() - began,
        });
        first ??= error;
        if (!WORTH_ANOTHER_TRY.has(error.code)) break;
      }
    }
    throw first ?? new CameraError('unknown');
  }

  /** Once per manager: Safari 13 lists no camera when asked a second time. */
  async function list(): Promise<readonly CameraDevice[]> {
    if (devices !== null) return devices;
    const all = (await host.media?.enumerateDevices().catch(() => [])) ?? [];
    const cameras = all.filter((info) => info.kind === 'videoinput' && info.deviceId !== '');
    devices = rank(cameras.map(describe), host.memory.recall());
    return devices;
  }

  function watch(live: LiveCamera) {
    live.track.onended = () => set({ kind: 'failed', error: new CameraError('died') });
    live.track.onmute = () => set({ kind: 'paused', reason: 'held' });
    live.track.onunmute = () => set(live);
  }

  async function open(deviceId: string | null, choose: boolean): Promise<void> {
    release();
    attempt += 1;
    const mine = attempt;
    const stale = () => mine !== attempt;
    set({ kind: 'starting' });
    try {
      const stream = await request(deviceId);
      const stop = () => {
        for (const track of stream.getTracks()) track.stop();
      };
      if (stale()) return stop();
      const known = await list();
      if (stale()) return stop();
      const [track] = stream.getVideoTracks();
      if (track === undefined) throw new CameraError('no-camera');
      const id = track.getSettings().deviceId;
      const device = known.find((one) => one.deviceId === id) ?? unlisted(track);
      const fitter = choose ? better(known, device, host.memory.recall()) : null;
      if (fitter !== null) {
        stop();
        return await open(fitter.deviceId, false);
      }
      await focusContinuously(track);
      if (stale()) return stop();
      const live: LiveCamera = {
        kind: 'live',
        stream,
        track,
        device,
        devices: known,
        mirrored: isMirrored(device),
        torch: hasTorch(track) ? 'off' : 'none',
      };
      watch(live);
      set(live);
    } catch (cause) {
      if (!stale()) set({ kind: 'failed', error: toFailure(cause) });
    }
  }

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start: () => open(host.memory.recall(), true),
    stop(reason = 'idle') {
      release();
      attempt += 1;
      set(reason === 'hidden' ? { kind: 'paused', reason } : { kind: 'idle' });
    },
    async switchTo(deviceId) {
      host.memory.remember(deviceId);
      await open(deviceId, false);
    },
    async setTorch(on) {
      if (state.kind !== 'live' || state.torch === 'none') return;
      const before = state;
      if (!(await setTorch(before.track, on))) return;
      if ((state as CameraState) === before) {
        const lit: LiveCamera = { ...before, torch: on ? 'on' : 'off' };
        watch(lit);
        set(lit);
      }
    },
    focusAt: async (x, y) => (state.kind === 'live' ? focusAt(state.track, x, y) : false),
  };
}

const toFailure = (cause: unknown): CameraError =>
  cause instanceof CameraError ? cause : new CameraError('unknown', cause);

/** A track whose device the browser would not list (WebViews); its settings tell what there is to know. */
function unlisted(track: MediaStreamTrack): CameraDevice {
  const { deviceId = '', facingMode } = track.getSettings();
  return {
    deviceId,
    label: track.label,
    facing: facingMode === 'environment' || facingMode === 'user' ? facingMode : null,
    maxSide: null,
    autofocus: null,
    torch: null,
  };
}
