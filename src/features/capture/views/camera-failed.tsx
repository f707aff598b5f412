import { type ReactNode, useEffect, useState } from 'react';
import { useWords } from '#src/lib/i18n/index.ts';
import type { CameraBlock } from '#src/lib/surroundings.tsx';
import { Button } from '#src/ui/button.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { Screen } from '#src/ui/screen.tsx';
import { isHandheld, wayToAllow } from '../browser.ts';
import type { CameraFailure } from '../core/camera/errors.ts';
import { type WordId, words } from '../words.ts';
import { BlockedScene } from './blocked-scene.tsx';

export interface CameraFailedProps {
  readonly code: CameraFailure;
  readonly onRetry: () => void;
  readonly onUpload: () => void;
  readonly onManual: (() => void) | undefined;
  readonly onPhone: (() => void) | undefined;
  readonly diagnose: (() => Promise<CameraBlock>) | undefined;
  readonly onBack: () => void;
}

/** Failures that asking again cannot mend: the upload is the way on. */
const FINAL: readonly CameraFailure[] = ['insecure', 'unsupported', 'policy'];

/** Failures that the pages around may be the cause of. */
const FROM_AROUND: readonly CameraFailure[] = ['policy', 'insecure', 'unsupported', 'denied'];

/** What the doctor may find, as far as there are words for it. */
const BLOCKS = [
  'camera_allow_missing',
  'camera_policy_header',
  'frame_sandboxed',
  'page_insecure',
  'browser_in_app',
] as const;
const wordOf = (code: string): WordId | null => {
  const known = BLOCKS.find((block) => block === code);
  return known ? `capture.block.${known}` : null;
};

/** For whoever runs the page: which header or attribute keeps the camera away. */
function Blame({ code, diagnose }: Pick<CameraFailedProps, 'code' | 'diagnose'>): ReactNode {
  const t = useWords(words);
  const [block, setBlock] = useState<CameraBlock | null>(null);
  const ask = FROM_AROUND.includes(code) ? diagnose : undefined;
  useEffect(() => {
    let gone = false;
    ask?.().then(
      (found) => !gone && setBlock(found),
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [ask]);
  const found = (block ? [block.code, ...block.candidates] : []).flatMap((name) => wordOf(name) ?? []);
  if (found.length === 0)
    return code === 'policy' && <p className="text-sm text-quiet">{t('capture.fail.policy.owner')}</p>;
  return (
    <div className="rounded-md bg-sunken p-4 text-sm">
      <p className="font-strong">{t('capture.block.title', { count: found.length })}</p>
      <ul className="mt-1 list-disc ps-5">
        {found.map((word) => (
          <li key={word}>{t(word, { page: block?.at ?? '–' })}</li>
        ))}
      </ul>
    </div>
  );
}

/** The camera did not start or stopped: what happened, where to change it, and every other way on. */
export function CameraFailed({
  code,
  onRetry,
  onUpload,
  onManual,
  onPhone,
  diagnose,
  onBack,
}: CameraFailedProps): ReactNode {
  const t = useWords(words);
  const about = (part: 'title' | 'text'): WordId =>
    code === 'unknown' ? `capture.fail.camera-unknown.${part}` : `capture.fail.${code}.${part}`;
  const final = FINAL.includes(code);
  const upload = (
    <Button look={final ? 'main' : 'other'} icon="upload" onClick={onUpload}>
      {t('capture.fail.upload')}
    </Button>
  );
  return (
    <Screen
      title={t(about('title'))}
      back={{ label: t('capture.back'), onClick: onBack }}
      action={
        <div className="k-actions">
          {!final && (
            <Button icon="again" onClick={onRetry}>
              {t('capture.fail.retry')}
            </Button>
          )}
          {upload}
          {onPhone && !isHandheld() && (
            <Button look="other" icon="phone" onClick={onPhone}>
              {t('capture.choose.phone')}
            </Button>
          )}
        </div>
      }
    >
      <BlockedScene className="mx-auto h-36" />
      <p role="status" className="text-lg">
        {t(about('text'))}
      </p>
      {code === 'denied' && <Notice kind="info">{t(wayToAllow(navigator))}</Notice>}
      <Blame code={code} diagnose={diagnose} />
      {onManual && (
        <div className="-ms-2">
          <Button look="quiet" onClick={onManual}>
            {t('capture.fail.manual')}
          </Button>
        </div>
      )}
    </Screen>
  );
}
