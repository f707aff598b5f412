import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { PreparedPhoto } from '#src/lib/photo.ts';
import type { CameraBlock } from '#src/lib/surroundings.tsx';
import './capture.css';
import type { CameraError } from './core/camera/errors.ts';
import { PhotoError } from './core/photo/errors.ts';
import { useCapture } from './use-capture.ts';
import { CameraView } from './views/camera.tsx';
import { CameraFailed } from './views/camera-failed.tsx';
import { Choose } from './views/choose.tsx';
import { Refused } from './views/refused.tsx';
import { Review } from './views/review.tsx';
import { Working } from './views/working.tsx';

export interface CaptureProps {
  /** ISO code of the card's country, lower case: which specimen is offered. */
  readonly country: string;
  /** The photo that the person chose to use. Its preview belongs to the receiver, who revokes it. */
  readonly onPhoto: (photo: PreparedPhoto) => void;
  readonly onManual?: () => void;
  /** Goes on with the camera of a phone; offered where this is none. */
  readonly onPhone?: () => void;
  /** Finds out what keeps the camera from a frame. */
  readonly diagnose?: () => Promise<CameraBlock>;
  readonly onBack: () => void;
}

async function fetchSpecimen(country: string): Promise<Blob> {
  const reply = await fetch(`/specimens/${country}.jpg`).catch((cause) => {
    throw new PhotoError('offline', cause);
  });
  if (!reply.ok) throw new PhotoError('offline', new Error(`specimen: ${reply.status}`));
  return reply.blob();
}

/** From nothing to a photo ready for the upload: camera, file or specimen, checked and compressed here. */
export default function Capture({
  country,
  onPhoto,
  onManual,
  onPhone,
  diagnose,
  onBack,
}: CaptureProps): ReactNode {
  const capture = useCapture();
  const { view } = capture;
  const [failure, setFailure] = useState<CameraError | null>(null);
  const [pick, setPick] = useState(false);
  const chosen = useRef<Blob | null>(null);
  const choose = () => {
    setPick(false);
    capture.choose();
  };
  const upload = () => {
    setFailure(null);
    setPick(true);
    capture.choose();
  };
  const camera = () => {
    setFailure(null);
    setPick(false);
    capture.openCamera();
  };
  useRetryWhenAllowed(failure?.code === 'denied' || failure?.code === 'dismissed', camera);

  switch (view.kind) {
    case 'choose':
      return (
        <Choose
          pick={pick}
          onCamera={camera}
          onFile={(file) => {
            chosen.current = file;
            capture.take(file, 'upload');
          }}
          onSpecimen={() => capture.take(fetchSpecimen(country), 'specimen')}
          onManual={onManual}
          onPhone={onPhone}
          onBack={onBack}
        />
      );
    case 'camera':
      return failure === null ? (
        <CameraView
          studio={capture.studio()}
          onShot={capture.shot}
          onRefused={(cause) => capture.refuse(cause, 'camera')}
          onFailed={setFailure}
          onFile={upload}
          onClose={choose}
        />
      ) : (
        <CameraFailed
          code={failure.code}
          onRetry={camera}
          onUpload={upload}
          onManual={onManual}
          onPhone={onPhone}
          diagnose={diagnose}
          onBack={choose}
        />
      );
    case 'working':
      return <Working step={view.step} onCancel={capture.cancel} />;
    case 'review': {
      const { photo, url, from } = view;
      const use = () => {
        const { blob, width, height } = photo;
        const preview = URL.createObjectURL(blob);
        onPhoto({
          blob,
          width,
          height,
          source: from,
          preview,
          chosen: from === 'upload' ? chosen.current : null,
        });
      };
      return (
        <Review
          photo={photo}
          url={url}
          fromCamera={from === 'camera'}
          onUse={use}
          onAgain={from === 'camera' ? camera : upload}
          onBack={choose}
        />
      );
    }
    case 'refused': {
      const { code, from, file } = view;
      const again = (sure: boolean) => (file === null ? null : () => capture.take(file, from, sure));
      return (
        <Refused
          code={code}
          fromCamera={from === 'camera'}
          onAgain={camera}
          onUpload={upload}
          onSure={code === 'no-card' ? again(true) : null}
          onRetry={code === 'offline' || code === 'unknown' ? again(false) : null}
          onManual={onManual}
          onBack={choose}
        />
      );
    }
  }
}

/** Starts the camera by itself once the person has allowed it in the browser's settings. */
function useRetryWhenAllowed(waiting: boolean, retry: () => void): void {
  useEffect(() => {
    if (!waiting) return;
    let status: PermissionStatus | null = null;
    let here = true;
    navigator.permissions
      ?.query({ name: 'camera' })
      .then((found) => {
        if (!here) return;
        status = found;
        status.onchange = () => {
          if (found.state === 'granted') retry();
        };
      })
      // Browsers that do not know this permission: the person presses "try again".
      .catch(() => undefined);
    return () => {
      here = false;
      if (status !== null) status.onchange = null;
    };
  });
}
