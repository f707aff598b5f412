import { type ReactNode, useState } from 'react';
import { navigate } from 'wouter/use-browser-location';
import type { ResubmissionAsk } from '#src/contract/index.ts';
import { ApiError } from '#src/lib/api/client.ts';
import { openResubmission, type Proof } from '#src/lib/api/status.ts';
import { useWords } from '#src/lib/i18n/index.ts';
import { createSessionKeeper } from '#src/lib/session.ts';
import { RECEIPT_KEY, SESSION_KEY, tabCache } from '#src/lib/storage.ts';
import { Button } from '#src/ui/button.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { keepAsk } from '../ask/kept.ts';
import { keepSessionBy } from '../flow/session.ts';
import { CardEnd, isReady } from './card-end.tsx';
import { useProof } from './use-proof.ts';
import { statusWords } from './words.ts';

export interface AnswerProps {
  id: string;
  secret: string;
  ask: ResubmissionAsk['ask'];
  /** Nothing is asked for any more. */
  onLate: () => void;
}

/** Leads into the flow once more: to the camera, or to the form, with what was entered before. */
export function Answer({ id, secret, ask, onLate }: AnswerProps): ReactNode {
  const t = useWords(statusWords);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const proof = useProof(id, secret);
  const begin = async (by: Proof): Promise<void> => {
    const { application, ask: asked, comment, ...session } = await openResubmission(id, by);
    keepAsk({ ...asked, comment, reference: application.reference });
    // The way begins where the draft is, not with the receipt of before.
    tabCache.remove(RECEIPT_KEY);
    tabCache.set(SESSION_KEY, session.token);
    keepSessionBy(createSessionKeeper(Date.now, session));
    navigate('/');
  };
  const go = async (): Promise<void> => {
    setBusy(true);
    setFailed(false);
    try {
      if (!(await proof.prove(begin))) setBusy(false);
    } catch (error) {
      setBusy(false);
      const code = error instanceof ApiError ? error.code : 'internal';
      if (code === 'conflict' || code === 'not_found') onLate();
      else setFailed(true);
    }
  };
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void go();
      }}
    >
      {failed && (
        <Notice kind="stop" live="alert">
          <p>{t('status.failed')}</p>
        </Notice>
      )}
      {proof.asked && <CardEnd {...proof} />}
      <Button
        type="submit"
        busy={busy}
        disabled={!isReady(proof)}
        icon={ask === 'photo' ? 'camera' : 'pencil'}
      >
        {t(ask === 'photo' ? 'status.photo' : 'status.correct')}
      </Button>
    </form>
  );
}
