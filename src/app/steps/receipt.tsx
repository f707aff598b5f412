import { type ReactNode, useMemo } from 'react';
import type { ApplicationReceipt } from '#src/contract/index.ts';
import { useLocale, useWords } from '#src/lib/i18n/index.ts';
import { useSurroundings } from '#src/lib/surroundings.tsx';
import { Button, ButtonLink } from '#src/ui/button.tsx';
import { Icon } from '#src/ui/icon.tsx';
import { Guilloche } from '#src/ui/illustrations/guilloche.tsx';
import { Screen } from '#src/ui/screen.tsx';
import { sentAt } from '../sent-at.ts';
import { appWords } from '../words.ts';

export interface ReceiptProps {
  receipt: ApplicationReceipt;
  /** Begins another application; not where this one was begun elsewhere. */
  onRestart?: () => void;
}

/** The end of the way: the reference number, what happens next, and both to keep. */
export function Receipt({ receipt, onRestart }: ReceiptProps): ReactNode {
  const t = useWords(appWords);
  const { locale } = useLocale();
  const { framed, begunElsewhere, name, close, words } = useSurroundings();
  const brand = words[locale];
  const sent = t('receipt.sent', sentAt(receipt.submittedAt, locale));
  const steps = [t('receipt.next.1'), t('receipt.next.2'), t('receipt.next.3')];
  const file = useMemo(() => {
    const lines = [
      `${name ?? 'Kenal'} · ${t('receipt.reference')}: ${receipt.reference}`,
      sent,
      '',
      `${t('receipt.link')}: ${location.origin}${receipt.statusPath}`,
    ];
    return `data:text/plain;charset=utf-8,${encodeURIComponent(`${lines.join('\n')}\n`)}`;
  }, [t, name, receipt, sent]);
  return (
    <Screen title={brand?.doneTitle ?? t('receipt.title')}>
      {brand?.doneText && <p className="text-lg">{brand.doneText}</p>}
      <div className="overflow-hidden rounded-md border border-hairline bg-surface px-5 pb-6 text-center">
        <div className="relative -mx-5 flex h-28 items-center justify-center overflow-hidden border-b border-hairline bg-done-soft">
          {/* Where there is room for the motif beside the column, that has the lines. */}
          <Guilloche className="absolute size-96 text-done opacity-40 lg:hidden" />
          <Icon
            name="check"
            className="relative size-14 rounded-full border-2 border-done bg-surface p-3 text-done"
          />
        </div>
        <p className="mt-5 text-quiet">{t('receipt.reference')}</p>
        <p className="ltr mt-1 select-all text-3xl font-strong tracking-wider">{receipt.reference}</p>
        <p className="mt-2 text-balance text-quiet">{sent}</p>
      </div>
      <ButtonLink href={file} download={`kenal-${receipt.reference}.txt`} icon="download">
        {t('receipt.save')}
      </ButtonLink>
      <section aria-labelledby="next">
        <h2 id="next" className="text-xl font-strong">
          {t('receipt.next.title')}
        </h2>
        <ol className="mt-3 flex flex-col gap-4">
          {steps.map((text, index) => (
            <li key={text} className="flex gap-3.5">
              <span
                aria-hidden="true"
                className="flex h-7 w-11 shrink-0 items-center justify-center rounded-sm border border-accent text-accent"
              >
                {index + 1}
              </span>
              <span>{text}</span>
            </li>
          ))}
        </ol>
      </section>
      <div className="flex flex-col items-start gap-1">
        <ButtonLink
          look="quiet"
          href={receipt.statusPath}
          icon="forward"
          {...(framed && { target: '_blank', rel: 'noopener' })}
        >
          {t('receipt.status')}
        </ButtonLink>
        {begunElsewhere ? (
          close && (
            <Button look="quiet" icon="back" onClick={close}>
              {name ? t('receipt.backTo', { name }) : t('app.close')}
            </Button>
          )
        ) : (
          <Button look="quiet" icon="again" onClick={onRestart}>
            {t('receipt.restart')}
          </Button>
        )}
      </div>
    </Screen>
  );
}
