import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type AuditEntry, DECISIONS } from '#src/contract/agent/index.ts';
import { useLocale, useWords } from '#src/lib/i18n/index.ts';
import { Dialog } from '#src/ui/dialog.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { getTrail } from '../api/review.ts';
import { Act, Actor } from '../audit/said.tsx';
import { Failed, Loading } from '../frame/states.tsx';
import { Button } from '../kit/button.tsx';
import { Scroll } from '../kit/scroll.tsx';
import { dateTime } from '../kit/time.ts';
import { consoleWords } from '../words.ts';
import { reasonWord } from './decision-form.tsx';
import { trailKey } from './keys.ts';
import { reviewWords } from './words.ts';

export interface HistoryProps {
  id: string;
  reference: string;
  open: boolean;
  onClose: () => void;
  /** What a field is called. */
  fieldName: (field: string) => string;
}

/** Who did what with an application, and whether the chain of these entries is whole. */
export function History({ id, reference, open, onClose, fieldName }: HistoryProps): ReactNode {
  const t = useWords(reviewWords);
  const c = useWords(consoleWords);
  return (
    <Dialog open={open} title={t('history.title', { reference })} onClose={onClose} wide>
      {open && <Entries id={id} fieldName={fieldName} />}
      <div className="flex justify-end">
        <Button look="main" onPress={onClose}>
          {c('console.close')}
        </Button>
      </div>
    </Dialog>
  );
}

function Entries({ id, fieldName }: Pick<HistoryProps, 'id' | 'fieldName'>): ReactNode {
  const t = useWords(reviewWords);
  const { locale } = useLocale();
  const { data, error, refetch } = useQuery({
    queryKey: trailKey(id),
    queryFn: ({ signal }) => getTrail(id, signal),
    gcTime: 0,
  });
  if (error) return <Failed error={error} onAgain={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <>
      <Scroll label={t('keys.history')} className="max-h-[50dvh] overflow-auto">
        <ol className="text-sm">
          {data.entries.map((entry) => (
            <li key={entry.seq} className="grid grid-cols-[8.5rem_1fr] gap-x-3 border-b border-hairline py-1">
              <time dateTime={entry.at} className="text-quiet">
                {dateTime(entry.at, locale)}
              </time>
              <span>
                <Actor actor={entry.actor} /> <Act action={entry.action} />
                <Detail entry={entry} fieldName={fieldName} />
              </span>
            </li>
          ))}
        </ol>
      </Scroll>
      <Notice kind={data.intact ? 'done' : 'stop'}>
        <p>{t(data.intact ? 'history.intact' : 'history.broken')}</p>
      </Notice>
    </>
  );
}

/** What an entry says beside what was done: the kind and reasons of a decision, the name of a field. */
function Detail({
  entry,
  fieldName,
}: {
  entry: AuditEntry;
  fieldName: (field: string) => string;
}): ReactNode {
  const t = useWords(reviewWords);
  const { kind, reasons, field } = entry.detail;
  const decision = DECISIONS.find((one) => one === kind);
  const parts = [
    decision && t(`decide.${decision}`),
    typeof reasons === 'string' &&
      reasons !== '' &&
      reasons
        .split(',')
        .map((code) => t(reasonWord(code.trim())))
        .join(', '),
    typeof field === 'string' && fieldName(field),
  ].filter(Boolean);
  return parts.length > 0 && <span className="text-quiet">: {parts.join(' · ')}</span>;
}
