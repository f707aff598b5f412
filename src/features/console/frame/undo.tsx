import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react';
import type { Decision } from '#src/contract/agent/index.ts';
import { ApiError } from '#src/lib/api/client.ts';
import { useWords } from '#src/lib/i18n/index.ts';
import { undo } from '../api/review.ts';
import { useShortcuts } from '../keys/provider.tsx';
import { Button } from '../kit/button.tsx';
import { reviewKey } from '../review/keys.ts';
import { reviewWords } from '../review/words.ts';

/** A decision that can still be taken back. */
export interface Undoable {
  readonly applicationId: string;
  readonly reference: string;
  readonly decision: Decision;
  /** The search parameters of the page that it was made on. */
  readonly view: Readonly<Record<string, unknown>>;
}

interface UndoState {
  readonly last: Undoable | null;
  readonly setLast: (last: Undoable | null) => void;
}
const UndoContext = createContext<UndoState | null>(null);

export function UndoProvider({ children }: { children: ReactNode }): ReactNode {
  const [last, setLast] = useState<Undoable | null>(null);
  const state = useMemo(() => ({ last, setLast }), [last]);
  return <UndoContext value={state}>{children}</UndoContext>;
}

function useUndoState(): UndoState {
  const state = use(UndoContext);
  if (!state) throw new Error('undo outside UndoProvider');
  return state;
}

/** Offers the decision that was just made to be taken back. */
export const useOfferUndo = (): ((last: Undoable) => void) => useUndoState().setLast;

/** The last decision, for as long as it can be taken back, at the foot of every page. */
export function UndoBar(): ReactNode {
  const t = useWords(reviewWords);
  const { last, setLast } = useUndoState();
  return (
    <div role="status" aria-label={t('undo.label')} className="contents">
      {last && <UndoOne key={last.decision.id} last={last} onGone={() => setLast(null)} />}
    </div>
  );
}

/** How long the word that it was too late stays, ms. */
const SAID_MS = 4_000;

function UndoOne({ last, onGone }: { last: Undoable; onGone: () => void }): ReactNode {
  const t = useWords(reviewWords);
  const navigate = useNavigate();
  const client = useQueryClient();
  const { applicationId, decision, reference, view } = last;
  // By the server's clock, as far as the two can be compared: from the decision to the end of its seconds.
  const [length] = useState(() => Math.max(0, Date.parse(decision.undoUntil) - Date.parse(decision.at)));
  const [late, setLate] = useState(false);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    const timer = setTimeout(onGone, late ? SAID_MS : length);
    return () => clearTimeout(timer);
  }, [length, late, onGone]);

  const takeBack = async (): Promise<void> => {
    setBusy(true);
    try {
      client.setQueryData(reviewKey(applicationId), await undo(applicationId, decision.id));
      onGone();
      await navigate({ to: '/review/$id', params: { id: applicationId }, search: view });
    } catch (error) {
      if (error instanceof ApiError && error.code === 'too_late') setLate(true);
      else setBusy(false);
    }
  };
  useShortcuts({
    title: t('keys.decision'),
    shortcuts: [{ keys: 'z', label: t('undo.button'), run: () => void takeBack(), off: late || busy }],
  });
  return (
    <div className="fixed inset-x-0 bottom-3 z-10 mx-auto flex w-fit max-w-[calc(100%-2rem)] items-center gap-4 overflow-hidden rounded-md border border-edge bg-surface py-2 ps-4 pe-2 shadow-lg">
      <span>
        {late ? t('undo.late') : t(`undo.${decision.kind}`, { reference: `\u2068${reference}\u2069` })}
      </span>
      {!late && (
        <Button keys="z" icon="undo" busy={busy} onPress={() => void takeBack()}>
          {t('undo.button')}
        </Button>
      )}
      {!late && (
        <span
          aria-hidden="true"
          className="k-ebb absolute inset-x-0 bottom-0 h-0.5 origin-left bg-accent rtl:origin-right"
          style={{ animationDuration: `${length}ms` }}
        />
      )}
    </div>
  );
}
