import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, Suspense, use, useState } from 'react';
import { COUNTRIES } from '#src/countries/registry.gen.ts';
import { useLocale, useWords } from '#src/lib/i18n/index.ts';
import type { PreparedPhoto } from '#src/lib/photo.ts';
import { Notice } from '#src/ui/notice.tsx';
import { Spinner } from '#src/ui/progress.tsx';
import { verify } from '../api/verification.ts';
import { Page } from '../frame/page.tsx';
import { Loading } from '../frame/states.tsx';
import { useShortcuts } from '../keys/provider.tsx';
import { Button } from '../kit/button.tsx';
import { countryName } from '../kit/country.ts';
import { Select } from '../kit/select.tsx';
import { useParts } from '../parts.ts';
import { consoleWords } from '../words.ts';
import { VerifiedCard } from './verified-card.tsx';
import { verifyWords } from './words.ts';

const FIRST = COUNTRIES[0]?.code ?? '';

/** `/agent/verify`: a card before one, read and checked, and stored only if it is wanted. */
export function VerifyPage(): ReactNode {
  const t = useWords(verifyWords);
  const c = useWords(consoleWords);
  const { locale } = useLocale();
  const navigate = useNavigate();
  const [country, setCountry] = useState(FIRST);
  const [photo, setPhoto] = useState<PreparedPhoto | null>(null);
  const reading = useMutation({ mutationFn: (taken: PreparedPhoto) => verify(country, taken.blob) });
  const again = (): void => {
    if (photo) URL.revokeObjectURL(photo.preview);
    setPhoto(null);
    reading.reset();
  };
  const take = (taken: PreparedPhoto): void => {
    setPhoto(taken);
    reading.mutate(taken);
  };
  useShortcuts({
    title: t('verify.title'),
    shortcuts: [{ keys: 'n', label: t('verify.another'), run: again, off: photo === null }],
  });
  const tools = photo ? (
    <Button keys="n" onPress={again}>
      {t('verify.another')}
    </Button>
  ) : (
    <Select
      quiet
      label={t('verify.country')}
      value={country}
      options={COUNTRIES.map(({ code }) => ({ value: code, label: countryName(code, locale) }))}
      onChange={setCountry}
    />
  );
  return (
    <Page title={t('verify.title')} tools={tools} filled={photo !== null}>
      {!photo ? (
        <div className="mx-auto flex w-full max-w-column flex-1 flex-col">
          <p className="text-quiet">{t('verify.lead')}</p>
          <Suspense fallback={<Loading />}>
            <Camera
              key={country}
              country={country}
              onPhoto={take}
              onBack={() => void navigate({ to: '/queue' })}
            />
          </Suspense>
        </div>
      ) : reading.isPending ? (
        <div role="status" className="flex flex-1 flex-col items-center justify-center gap-3">
          <Spinner className="size-7 text-accent" />
          <p>{t('verify.reading')}</p>
        </div>
      ) : reading.error ? (
        <Notice kind="stop" live="alert" title={t('verify.failed')} className="max-w-xl">
          <p>{t('verify.failed.text')}</p>
          <Button icon="again" className="mt-2" onPress={() => reading.mutate(photo)}>
            {c('console.again')}
          </Button>
        </Notice>
      ) : reading.data ? (
        <VerifiedCard result={reading.data} photo={photo} country={country} />
      ) : null}
    </Page>
  );
}

/** The capture feature, with the words of the customer's own way. */
function Camera(props: {
  country: string;
  onPhoto: (photo: PreparedPhoto) => void;
  onBack: () => void;
}): ReactNode {
  const { Capture, loadCountry } = useParts();
  // The form of the card will be wanted next.
  use(loadCountry(props.country));
  return <Capture {...props} />;
}
