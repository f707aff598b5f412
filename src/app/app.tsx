import { lazy, type ReactNode, Suspense } from 'react';
import { Route, Switch } from 'wouter';
import type { Locale } from '#src/contract/index.ts';
import { LocaleProvider } from '#src/lib/i18n/index.ts';
import { FaultBoundary } from './fault.tsx';
import { CustomerFlow } from './flow/customer-flow.tsx';
import { fetchScript, rememberLocale } from './locale.ts';
import { Shell, Waiting } from './shell.tsx';

const StatusPage = lazy(() =>
  import('./status/status-page.tsx').then((page) => ({ default: page.StatusPage })),
);
const HandoffEntry = lazy(() =>
  import('./handoff/entry.tsx').then((page) => ({ default: page.HandoffEntry })),
);
const DeveloperPage = lazy(() =>
  import('./developers/entry.tsx').then((page) => ({ default: page.DeveloperPage })),
);
const Missing = lazy(() => import('./missing/page.tsx').then((page) => ({ default: page.Missing })));
const StartEntry = lazy(() => import('./start/entry.tsx').then((page) => ({ default: page.StartEntry })));
const EmbedEntry = lazy(() => import('./embed/entry.tsx').then((page) => ({ default: page.EmbedEntry })));
const AgentEntry = lazy(() => import('./agent/entry.tsx').then((page) => ({ default: page.AgentEntry })));
// Only the dev server has it: in a build the condition is false and the import is dropped.
const Styleguide = import.meta.env.DEV
  ? lazy(() => import('./styleguide.tsx').then((page) => ({ default: page.Styleguide })))
  : null;

/** The pages: the customer's flow, the status of an application, and in dev every primitive in every state. */
function Pages(): ReactNode {
  return (
    <Switch>
      <Route path="/status/:id">
        {({ id }) => (
          <Shell>
            <Suspense fallback={<Waiting />}>
              <StatusPage id={id} />
            </Suspense>
          </Shell>
        )}
      </Route>
      <Route path="/handoff">
        <HandoffEntry />
      </Route>
      <Route path="/playground">
        <DeveloperPage page="playground" />
      </Route>
      <Route path="/sandbox">
        <DeveloperPage page="sandbox" />
      </Route>
      <Route path="/start">
        <StartEntry />
      </Route>
      <Route path="/embed">
        <EmbedEntry />
      </Route>
      <Route path="/agent/*?">
        <AgentEntry />
      </Route>
      {Styleguide && (
        <Route path="/styleguide">
          <Styleguide />
        </Route>
      )}
      <Route path="/">
        <CustomerFlow />
      </Route>
      <Route>
        <Missing />
      </Route>
    </Switch>
  );
}

export function App({ locale }: { locale: Locale }): ReactNode {
  return (
    <FaultBoundary>
      <LocaleProvider initial={locale} onChange={rememberLocale} prepare={fetchScript}>
        <Suspense fallback={<Waiting />}>
          <Pages />
        </Suspense>
      </LocaleProvider>
    </FaultBoundary>
  );
}
