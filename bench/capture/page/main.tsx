import { lazy, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import './page.css';
import { LOCALES } from '#src/contract/index.ts';
import { LocaleProvider } from '#src/lib/i18n/index.ts';
import { handles } from './handles.ts';

const Capture = lazy(() => import('#src/features/capture/index.tsx'));

const query = new URLSearchParams(location.search);
const locale = LOCALES.find((one) => one === query.get('lang')) ?? 'en';

/** Capture alone on a page, as the app shows it: `?ui=my`; without it the page only offers its handles. */
function Page() {
  const country = query.get('ui');
  if (country === null) return null;
  return (
    <LocaleProvider initial={locale}>
      <div className="mx-auto flex min-h-dvh max-w-column flex-col px-5 pt-3">
        <Suspense>
          <Capture
            country={country}
            onPhoto={(photo) => handles.photos.push(photo)}
            onManual={() => undefined}
            onBack={() => undefined}
          />
        </Suspense>
      </div>
    </LocaleProvider>
  );
}

Object.assign(globalThis, { kenal: handles });
const root = document.getElementById('root');
if (root) createRoot(root).render(<Page />);
