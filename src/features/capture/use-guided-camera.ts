import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { CardBox } from '#src/imaging/index.ts';
import { browserHost } from './core/camera/host.ts';
import { type Camera, createCamera } from './core/camera/manager.ts';
import type { CameraState } from './core/camera/state.ts';
import type { Guidance } from './core/guidance/states.ts';
import type { Studio } from './studio.ts';
import type { CaptureWorker } from './worker/client.ts';
import { startFeed } from './worker/feed.ts';
import type { Reply } from './worker/protocol.ts';

export type SightReply = Extract<Reply, { type: 'sight' }>;

/** What is said about the picture; `unguided` where no worker runs. */
export interface Said {
  readonly guidance: Guidance | 'unguided';
  readonly glare: CardBox | null;
}

export interface GuidedCamera {
  readonly camera: Camera;
  readonly state: CameraState;
  readonly said: Said;
  readonly worker: CaptureWorker | null;
  readonly video: React.RefObject<HTMLVideoElement | null>;
}

const STARTED: Said = { guidance: 'no-card', glare: null };

/**
 * A camera that runs while the component is there and the page is visible, its frames analysed in the worker.
 * `onSight` is called for every analysed frame, outside React's rendering.
 */
export function useGuidedCamera(studio: Studio, onSight: (reply: SightReply) => void): GuidedCamera {
  const [camera] = useState(() => createCamera(browserHost()));
  const state = useSyncExternalStore(camera.subscribe, camera.state);
  const [worker, setWorker] = useState<CaptureWorker | null>(null);
  const [said, setSaid] = useState<Said>(STARTED);
  const video = useRef<HTMLVideoElement>(null);
  const listener = useRef(onSight);
  useEffect(() => {
    listener.current = onSight;
  });

  useEffect(() => {
    let here = true;
    void studio.worker.then((running) => {
      if (!here) return;
      setWorker(running);
      if (running === null) setSaid({ guidance: 'unguided', glare: null });
    });
    return () => {
      here = false;
    };
  }, [studio]);

  useEffect(() => {
    const follow = () => {
      if (document.visibilityState === 'hidden') camera.stop('hidden');
      else if (camera.state().kind === 'paused') void camera.start();
    };
    void camera.start();
    document.addEventListener('visibilitychange', follow);
    return () => {
      document.removeEventListener('visibilitychange', follow);
      camera.stop();
    };
  }, [camera]);

  const stream = state.kind === 'live' ? state.stream : null;
  const track = state.kind === 'live' ? state.track : null;

  useEffect(() => {
    const element = video.current;
    if (element === null || stream === null) return;
    element.srcObject = stream;
    // Safari rejects when the stream changes meanwhile; the next one plays then.
    element.play().catch(() => undefined);
    return () => {
      element.srcObject = null;
    };
  }, [stream]);

  useEffect(() => {
    const element = video.current;
    if (element === null || track === null || worker === null) return;
    worker.onSight = (reply) => {
      listener.current(reply);
      const glare = reply.shown === 'glare' ? (reply.sight.card?.glare.box ?? null) : null;
      setSaid((before) =>
        before.guidance === reply.shown && (glare === null || before.glare !== null)
          ? before
          : { guidance: reply.shown, glare },
      );
    };
    worker.onBlind = () => setSaid({ guidance: 'unguided', glare: null });
    const stop = startFeed(track, element, worker);
    return () => {
      stop();
      worker.onSight = null;
      worker.onBlind = null;
    };
  }, [track, worker]);

  return { camera, state, said, worker, video };
}
