import type { ReactNode } from 'react';
import { useWords } from '#src/lib/i18n/index.ts';
import { Page } from '../frame/page.tsx';
import { Empty } from '../frame/states.tsx';
import { reviewWords } from './words.ts';

/** `/agent/review`: where the last one decided leads. */
export function NothingLeft(): ReactNode {
  const t = useWords(reviewWords);
  return (
    <Page title={t('decide.empty')} quietTitle filled>
      <Empty title={t('decide.empty')}>
        <p>{t('decide.empty.text')}</p>
      </Empty>
    </Page>
  );
}
