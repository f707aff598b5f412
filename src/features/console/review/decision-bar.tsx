import { type ReactNode, useState } from 'react';
import type { DecisionKind, DecisionRequest, Review } from '#src/contract/agent/index.ts';
import { useLocale, useWords } from '#src/lib/i18n/index.ts';
import { useShortcuts } from '../keys/provider.tsx';
import { Button } from '../kit/button.tsx';
import { dateTime } from '../kit/time.ts';
import { isOpen } from '../queue/view.ts';
import { mayAs, useMe } from '../session.ts';
import { DecisionForm } from './decision-form.tsx';
import { decisionError } from './errors.ts';
import { holderOf, type useClaim } from './use-claim.ts';
import { reviewWords } from './words.ts';

const KEYS: Readonly<Record<DecisionKind, string>> = {
  approve: 'a',
  photo: 'p',
  correction: 'c',
  decline: 'd',
};
/** In the order of how often they are wanted; the last is the furthest from the first. */
const OFFERED = ['approve', 'photo', 'correction', 'decline'] as const satisfies readonly DecisionKind[];
const LOOKS = { approve: 'main', photo: 'check', correction: 'check', decline: 'stop' } as const;

export interface DecisionBarProps {
  review: Review;
  claim: ReturnType<typeof useClaim>;
  busy: boolean;
  /** Why the last try did not get through. */
  failure: unknown;
  onDecide: (request: DecisionRequest) => void;
  onNext: () => void;
}

/** What can be done with the application, at the foot of the page. */
export function DecisionBar({ review, claim, busy, failure, onDecide, onNext }: DecisionBarProps): ReactNode {
  const t = useWords(reviewWords);
  const me = useMe();
  const { locale } = useLocale();
  const [kind, setKind] = useState<DecisionKind | null>(null);
  const holder = holderOf(review);
  const open = isOpen(review);
  const may = open && holder !== 'other';
  const begin = (wanted: DecisionKind): void => {
    // Held first: two agents never decide one application, and none of them finds out only at the end.
    // What is held is decided at once, so that a quick second key finds its button.
    if (holder === 'mine') setKind(wanted);
    else void claim.hold().then((held) => setKind(held ? wanted : null));
  };
  const over = open && holder === 'other' && mayAs(me.role, 'supervisor');
  useShortcuts({
    title: t('keys.decision'),
    shortcuts: [
      ...OFFERED.map((one) => ({
        keys: KEYS[one],
        label: t(`decide.${one}.title`),
        run: () => begin(one),
        off: !may || kind !== null || busy,
      })),
      { keys: 't', label: t('decide.takeOver'), run: () => void claim.hold(true), off: !over },
      { keys: 'n', label: t('decide.next'), run: onNext, off: kind !== null || busy },
    ],
  });
  const error = failure ?? claim.error;

  if (kind !== null && may)
    return (
      <DecisionForm
        key={kind}
        kind={kind}
        review={review}
        busy={busy}
        error={error ? t(decisionError(error)) : null}
        onDecide={onDecide}
        onCancel={() => setKind(null)}
      />
    );
  const [last] = review.decisions;
  return (
    <div className="flex flex-col gap-2">
      <p role="alert" className="text-stop empty:hidden">
        {error && t(decisionError(error))}
      </p>
      {may ? (
        <div className="grid grid-cols-2 gap-2 sm:grid-cols-4">
          {OFFERED.map((one) => (
            <Button
              key={one}
              look={LOOKS[one]}
              keys={KEYS[one]}
              isDisabled={claim.isPending}
              onPress={() => begin(one)}
              className="min-h-10"
            >
              {t(`decide.${one}`)}
            </Button>
          ))}
        </div>
      ) : (
        <div className="flex min-h-10 flex-wrap items-center justify-between gap-2">
          <p className="text-quiet">
            {open && review.claim
              ? t('decide.held', {
                  name: review.claim.agent.name,
                  time: dateTime(review.claim.until, locale),
                })
              : last
                ? t(`decide.done.${last.kind}`, { name: last.by.name })
                : t('decide.over')}
          </p>
          <span className="flex gap-2">
            {over && (
              <Button keys="t" busy={claim.isPending} onPress={() => void claim.hold(true)}>
                {t('decide.takeOver')}
              </Button>
            )}
            <Button look="main" keys="n" onPress={onNext}>
              {t('decide.next')}
            </Button>
          </span>
        </div>
      )}
    </div>
  );
}
