import type { ReactNode } from 'react';
import { useWords } from '#src/lib/i18n/index.ts';
import { cx } from '#src/ui/cx.ts';
import { Icon } from '#src/ui/icon.tsx';
import type { LiveCamera } from '../core/camera/state.ts';
import { words } from '../words.ts';
import { CameraIcon } from './icons.tsx';
import { Shutter } from './shutter.tsx';

export interface ControlsProps {
  readonly live: LiveCamera | null;
  /** Share of the run of good frames that is over, 0..1. */
  readonly progress: number;
  readonly taking: boolean;
  readonly onShutter: () => void;
  readonly onUpload: () => void;
  readonly onClose: () => void;
  readonly onLight: (on: boolean) => void;
  readonly onSwitch: (deviceId: string) => void;
}

const ROUND = 'grid size-12 place-content-center rounded-full bg-paper text-ink hover:text-accent';

/** Close at the top, upload, shutter and lamp at the bottom, within the thumb's reach. */
export function Controls(props: ControlsProps): ReactNode {
  const { live, progress, taking, onShutter, onUpload, onClose, onLight, onSwitch } = props;
  const t = useWords(words);
  const lit = live?.torch === 'on';
  return (
    <>
      <div className="absolute inset-x-0 top-0 flex items-center justify-between gap-4 px-4 pt-[calc(env(safe-area-inset-top)+1rem)]">
        <button type="button" onClick={onClose} className={ROUND} aria-label={t('capture.camera.close')}>
          <Icon name="close" className="size-6" />
        </button>
        {live && live.devices.length > 1 && <Switch live={live} onSwitch={onSwitch} />}
      </div>
      <div className="k-controls">
        <Aside icon="upload" label={t('capture.camera.upload')} onClick={onUpload} />
        <Shutter
          label={t('capture.camera.shutter')}
          progress={progress}
          busy={taking}
          disabled={live === null}
          onClick={onShutter}
        />
        {live && live.torch !== 'none' && (
          <Aside
            icon="light"
            label={t('capture.camera.light')}
            name={t(lit ? 'capture.camera.light-off' : 'capture.camera.light-on')}
            pressed={lit}
            onClick={() => onLight(!lit)}
          />
        )}
      </div>
    </>
  );
}

interface AsideProps {
  readonly icon: 'upload' | 'light';
  readonly label: string;
  readonly name?: string;
  readonly pressed?: boolean;
  readonly onClick: () => void;
}

/** A small control with its word below, dark behind both so that they show on any picture. */
function Aside({ icon, label, name, pressed, onClick }: AsideProps): ReactNode {
  return (
    <button
      type="button"
      aria-label={name}
      aria-pressed={pressed}
      onClick={onClick}
      className={cx(
        'flex min-h-14 min-w-18 flex-col items-center justify-center gap-0.5 rounded-md px-3 py-1.5 text-sm hover:text-accent',
        pressed ? 'bg-accent text-on-accent hover:text-on-accent' : 'bg-paper text-ink',
      )}
    >
      {icon === 'light' ? <CameraIcon name="light" /> : <Icon name="upload" className="size-6" />}
      {label}
    </button>
  );
}

/** The browser's own list of cameras, under an icon. */
function Switch({ live, onSwitch }: { live: LiveCamera; onSwitch: (id: string) => void }): ReactNode {
  const t = useWords(words);
  return (
    <label className="relative flex h-12 max-w-56 items-center gap-2 rounded-full bg-paper ps-4 pe-5 hover:text-accent has-focus-visible:outline-3 has-focus-visible:outline-accent has-focus-visible:outline-offset-2">
      <CameraIcon name="switch" />
      <span aria-hidden="true" className="truncate text-sm">
        {t('capture.camera.switch')}
      </span>
      <select
        aria-label={t('capture.camera.switch-label')}
        value={live.device.deviceId}
        onChange={(event) => onSwitch(event.target.value)}
        className="absolute inset-0 size-full cursor-pointer opacity-0"
      >
        {live.devices.map((device, index) => (
          <option key={device.deviceId} value={device.deviceId}>
            {device.label || t('capture.camera.number', { number: index + 1 })}
          </option>
        ))}
      </select>
    </label>
  );
}
