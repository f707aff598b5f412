import { type ReactNode, useState } from 'react';
import { ApiError } from '#src/lib/api/client.ts';
import { endLink, withdrawApplication } from '#src/lib/api/status.ts';
import { useWords } from '#src/lib/i18n/index.ts';
import { Button } from '#src/ui/button.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { CardEnd, isReady } from './card-end.tsx';
import { type ProofState, useProof } from './use-proof.ts';
import type en from './words.en.ts';
import { statusWords } from './words.ts';

/** What a customer may end: the link, or the whole application. */
export type Ended = 'off' | 'delete';

interface QuestionProps {
  kind: Ended;
  /** Resolves to false if something is asked for first. */
  act: () => Promise<boolean>;
  /** What it is asked with, below the question. */
  proof?: ProofState;
  onDone: () => void;
  /** It was decided meanwhile. */
  onLate: () => void;
}

/** A button with a question behind it, because it cannot be undone. */
function Question({ kind, act, proof, onDone, onLate }: QuestionProps): ReactNode {
  const t = useWords(statusWords);
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<keyof typeof en | null>(null);
  const close = (): void => {
    setAsked(false);
    setFailed(null);
  };
  const go = (): void => {
    setBusy(true);
    setFailed(null);
    act()
      .then(
        (done) => done && onDone(),
        (error: unknown) => {
          const code = error instanceof ApiError ? error.code : 'internal';
          // What is gone already is as it was wanted.
          if (code === 'not_found') return onDone();
          if (code === 'conflict') onLate();
          setFailed(code === 'conflict' ? 'status.delete.late' : 'status.failed');
        },
      )
      .finally(() => setBusy(false));
  };
  return (
    <>
      <Button look="quiet" className="-ms-2" onClick={() => setAsked(true)}>
        {t(`status.${kind}`)}
      </Button>
      <Dialog open={asked} title={t(`status.${kind}.title`)} onClose={close}>
        <p>{t(`status.${kind}.text`)}</p>
        {proof?.asked && <CardEnd {...proof} />}
        {failed && (
          <Notice kind="stop" live="alert">
            <p>{t(failed)}</p>
          </Notice>
        )}
        <div className="flex flex-col gap-3">
          <Button look="danger" busy={busy} disabled={proof && !isReady(proof)} onClick={go}>
            {t(`status.${kind}.yes`)}
          </Button>
          <Button look="other" onClick={close}>
            {t('status.keep')}
          </Button>
        </div>
      </Dialog>
    </>
  );
}

export interface YourDataProps {
  id: string;
  secret: string;
  /** Decided: then the office has to keep what it decided on. */
  decided: boolean;
  onEnded: (ended: Ended) => void;
  onLate: () => void;
}

/** Who can see this page, and how to end that. */
export function YourData({ id, secret, decided, onEnded, onLate }: YourDataProps): ReactNode {
  const t = useWords(statusWords);
  const proof = useProof(id, secret);
  return (
    <section aria-labelledby="data" className="mt-2 border-t border-hairline pt-4">
      <h2 id="data" className="font-strong">
        {t('status.data.title')}
      </h2>
      <p className="text-quiet">{t('status.data.text')}</p>
      <div className="mt-1 flex flex-col items-start">
        <Question
          kind="off"
          act={() => endLink(id, secret).then(() => true)}
          onDone={() => onEnded('off')}
          onLate={onLate}
        />
        {!decided && (
          <Question
            kind="delete"
            act={() => proof.prove((by) => withdrawApplication(id, by))}
            proof={proof}
            onDone={() => onEnded('delete')}
            onLate={onLate}
          />
        )}
      </div>
    </section>
  );
}
