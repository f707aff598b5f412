import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { type ReactNode, use, useState } from 'react';
import type { Review } from '#src/contract/agent/index.ts';
import { useWords } from '#src/lib/i18n/index.ts';
import { getReview, putBack } from '../api/review.ts';
import { Page } from '../frame/page.tsx';
import { Failed, Loading } from '../frame/states.tsx';
import { useShortcuts } from '../keys/provider.tsx';
import { useParts } from '../parts.ts';
import { isOpen, type QueueView, viewOf } from '../queue/view.ts';
import { DecisionBar } from './decision-bar.tsx';
import { Fields, focusField } from './fields.tsx';
import { History } from './history.tsx';
import { reviewKey } from './keys.ts';
import { Photo } from './photo.tsx';
import { ReviewHead } from './review-head.tsx';
import { Side } from './side.tsx';
import { holderOf, useClaim } from './use-claim.ts';
import { useDecide } from './use-decide.ts';
import { useNext } from './use-next.ts';
import { reviewWords } from './words.ts';

/** `/agent/review/{id}`: one application, the card beside the form. The address keeps the view it came from. */
export function ReviewPage(): ReactNode {
  const t = useWords(reviewWords);
  const { id = '' } = useParams({ strict: false });
  const view = viewOf(useSearch({ strict: false }));
  const { data, error, refetch } = useQuery({
    queryKey: reviewKey(id),
    queryFn: ({ signal }) => getReview(id, signal),
    // What "next" has just handed out is not asked for again: each time is an entry of the audit.
    staleTime: 30_000,
    gcTime: 60_000,
  });
  if (error && !data)
    return (
      <Page title={t('review.fields')} quietTitle>
        <Failed error={error} onAgain={() => void refetch()} />
      </Page>
    );
  if (!data) return <Loading />;
  return <Reviewing key={data.id} review={data} view={view} />;
}

function Reviewing({ review, view }: { review: Review; view: QueueView }): ReactNode {
  const t = useWords(reviewWords);
  const { country, words } = use(useParts().loadCountry(review.country));
  const say = useWords(words);
  const navigate = useNavigate();
  const [current, setCurrent] = useState<string | null>(null);
  const [editing, setEditing] = useState<string | null>(null);
  const [history, setHistory] = useState(false);
  const claim = useClaim(review);
  const onNone = () => navigate({ to: '/review', search: view });
  const decision = useDecide(review, view, onNone);
  const next = useNext(view, onNone);
  const held = isOpen(review) && holderOf(review) === 'mine';
  const open = isOpen(review) && holderOf(review) !== 'other';
  const label = (field: string): string => {
    const spec = country.layout.flatMap(({ fields }) => fields).find(({ name }) => name === field);
    return spec ? say(spec.label) : field;
  };
  const giveBack = (): void => {
    void putBack(review.id).then(
      () => next.mutate([review.id]),
      () => next.mutate([review.id]),
    );
  };
  useShortcuts({
    title: t('keys.review'),
    shortcuts: [
      { keys: 'Escape', label: t('review.back'), run: () => void navigate({ to: '/queue', search: view }) },
      { keys: 'h', label: t('keys.history'), run: () => setHistory(true) },
      { keys: 'b', label: t('review.putBack'), run: giveBack, off: !held },
    ],
  });
  return (
    <Page title={t('review.title', { reference: review.reference })} quietTitle filled>
      <ReviewHead
        review={review}
        view={view}
        held={held}
        onHistory={() => setHistory(true)}
        onPutBack={giveBack}
      />
      <div className="flex min-h-0 flex-1 flex-col gap-4 lg:grid lg:grid-cols-[minmax(0,1fr)_minmax(29rem,0.85fr)]">
        <div className="flex min-h-0 flex-col gap-2 max-lg:min-h-[26rem]">
          <Photo key={review.attempt} review={review} current={current} onMark={focusField} />
          <Side review={review} />
        </div>
        <div className="flex min-h-0 flex-col gap-3">
          <Fields
            country={country}
            review={review}
            say={say}
            current={current}
            editing={editing}
            open={open}
            onCurrent={setCurrent}
            onEditing={(field) =>
              field === null
                ? setEditing(null)
                : held
                  ? setEditing(field)
                  : void claim.hold().then((mine) => setEditing(mine ? field : null))
            }
          />
          <div className="border-t border-hairline bg-paper pt-2.5 max-lg:sticky max-lg:bottom-0 max-lg:pb-2">
            <DecisionBar
              review={review}
              claim={claim}
              busy={decision.isPending || next.isPending}
              failure={decision.error}
              onDecide={decision.mutate}
              onNext={() => next.mutate([review.id])}
            />
          </div>
        </div>
      </div>
      <History
        id={review.id}
        reference={review.reference}
        open={history}
        onClose={() => setHistory(false)}
        fieldName={label}
      />
    </Page>
  );
}
