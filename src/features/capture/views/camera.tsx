import { type PointerEvent, type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useWords } from '#src/lib/i18n/index.ts';
import { Button } from '#src/ui/button.tsx';
import { cx } from '#src/ui/cx.ts';
import { Spinner } from '#src/ui/progress.tsx';
import type { CameraError } from '../core/camera/errors.ts';
import { LIMITS } from '../core/guidance/assess.ts';
import type { Prepared } from '../core/photo/prepare.ts';
import type { Studio } from '../studio.ts';
import { type SightReply, useGuidedCamera } from '../use-guided-camera.ts';
import { useModal } from '../use-modal.ts';
import { usePatience } from '../use-patience.ts';
import { useSize } from '../use-size.ts';
import { words } from '../words.ts';
import { Controls } from './controls.tsx';
import { inPicture, pictureIn } from './geometry.ts';
import { Instruction } from './instruction.tsx';
import { nextFrame, takeShot } from './shot.ts';
import { Viewfinder, type ViewfinderHandle } from './viewfinder.tsx';

export interface CameraViewProps {
  readonly studio: Studio;
  readonly onShot: (photo: Prepared) => void;
  /** The still could not be used, or must not: PhotoError. */
  readonly onRefused: (cause: unknown) => void;
  readonly onFailed: (error: CameraError) => void;
  readonly onFile: () => void;
  readonly onClose: () => void;
}

/** The camera with its guidance: full bleed on phones, framed on desktops, always dark. */
export function CameraView(props: CameraViewProps): ReactNode {
  const { studio, onShot, onRefused, onFailed, onFile, onClose } = props;
  const t = useWords(words);
  const modal = useModal();
  const finder = useRef<ViewfinderHandle>(null);
  const lastWidth = useRef<number | null>(null);
  const [progress, setProgress] = useState(0);
  const [taking, setTaking] = useState(false);
  const [aspect, setAspect] = useState(16 / 9);
  const [stage, { width, height }] = useSize();
  const picture = useMemo(() => pictureIn(aspect, width, height), [aspect, width, height]);
  const busy = useRef(false);
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  /** Nothing of this camera's stream has been analysed yet. */
  const unseen = useRef(true);

  const shoot = useRef<() => void>(() => undefined);
  const onSight = useCallback((reply: SightReply) => {
    const { card } = reply.sight;
    lastWidth.current = card?.width ?? null;
    unseen.current = false;
    if (busy.current) return;
    // A guess is not shown: an outline that jumps about says that nothing is understood.
    const sure = card !== null && card.score >= LIMITS.score.on;
    finder.current?.draw(sure ? card.quad : null);
    setProgress(reply.progress);
    if (reply.progress === 1) shoot.current();
  }, []);
  const { camera, state, said, worker, video } = useGuidedCamera(studio, onSight);
  const live = state.kind === 'live' ? state : null;
  const [impatient, stay] = usePatience(live !== null && !taking);

  useEffect(() => {
    if (state.kind === 'failed') onFailed(state.error);
  }, [state, onFailed]);

  useEffect(() => {
    if (live?.stream) unseen.current = true;
  }, [live?.stream]);

  useEffect(() => {
    shoot.current = () => {
      const element = video.current;
      if (busy.current || live === null || element === null) return;
      busy.current = true;
      setTaking(true);
      navigator.vibrate?.(30);
      const cardWidth = lastWidth.current;
      // What was never looked at may never have been shown either: a frame must come before the picture stops.
      (unseen.current ? nextFrame(element) : Promise.resolve())
        .then(() => {
          element.pause();
          return takeShot({ live, video: element, worker, studio, cardWidth });
        })
        // Who has closed the camera meanwhile does not want this photo any more.
        .then(
          (photo) => here.current && onShot(photo),
          (cause: unknown) => here.current && onRefused(cause),
        );
    };
  });

  const focus = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const [x, y] = inPicture([event.clientX - box.left, event.clientY - box.top], picture);
    void camera.focusAt(x, y);
  };

  const good = said.guidance === 'good' || taking;
  return (
    <dialog
      ref={modal}
      aria-label={t('capture.camera.label')}
      className="k-camera fixed inset-0 z-50 m-0 size-full max-h-none max-w-none items-center justify-center border-0 bg-sunken p-0 text-ink open:flex md:p-8"
      // Escape, and the back gesture of phones.
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className="k-picture relative flex size-full flex-col overflow-hidden bg-paper md:max-h-[46rem] md:max-w-5xl md:rounded-md md:outline md:outline-hairline">
        <div ref={stage} className="absolute inset-0 overflow-hidden" onPointerDown={focus}>
          <video
            ref={video}
            playsInline
            muted
            aria-hidden="true"
            tabIndex={-1}
            // Fires again when a phone is turned.
            onResize={({ currentTarget: { videoWidth, videoHeight } }) => {
              if (videoWidth > 0) setAspect(videoWidth / videoHeight);
            }}
            style={{ left: picture.x, top: picture.y, width: picture.width, height: picture.height }}
            className={cx('absolute max-w-none', live?.mirrored && '-scale-x-100', !live && 'opacity-0')}
          />
          {live && width > 0 && (
            <Viewfinder
              ref={finder}
              good={good}
              mirrored={live.mirrored}
              picture={picture}
              width={width}
              height={height}
            />
          )}
        </div>
        {live ? (
          <Instruction said={said} taken={taking} mirrored={live.mirrored} />
        ) : (
          <Waiting held={state.kind === 'paused' && state.reason === 'held'} />
        )}
        <Controls
          live={live}
          progress={taking ? 1 : progress}
          taking={taking}
          onShutter={() => shoot.current()}
          onUpload={onFile}
          onClose={onClose}
          onLight={(on) => void camera.setTorch(on)}
          onSwitch={(deviceId) => void camera.switchTo(deviceId)}
        />
        {impatient && !taking && (
          <div className="k-help max-w-column rounded-md border border-hairline bg-surface p-4 k-rise">
            <p className="font-strong">{t('capture.help.title')}</p>
            <p className="mt-1 text-quiet">{t('capture.help.text')}</p>
            <div className="-ms-2 -mb-1 mt-1 flex flex-wrap gap-x-4">
              <Button look="quiet" onClick={onFile}>
                {t('capture.fail.upload')}
              </Button>
              <Button look="quiet" onClick={stay}>
                {t('capture.help.close')}
              </Button>
            </div>
          </div>
        )}
      </div>
    </dialog>
  );
}

function Waiting({ held }: { held: boolean }): ReactNode {
  const t = useWords(words);
  return (
    <div role="status" className="absolute inset-0 grid place-content-center gap-3 p-8 text-center">
      <Spinner className="mx-auto size-8 text-accent" />
      <p className="text-lg">{t(held ? 'capture.camera.held' : 'capture.camera.starting')}</p>
      {!held && <p className="text-quiet">{t('capture.camera.ask')}</p>}
    </div>
  );
}
