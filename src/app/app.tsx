import { lazy, type ReactNode, Suspense } from 'react';
import { Route, Switch } from 'wouter';
import type { Locale } from '#src/contract/index.ts';
import { LocaleProvider } from '#src/lib/i18n/index.ts';
import { named } from '#src/lib/named.ts';
import { FaultBoundary } from './fault.tsx';
import { CustomerFlow } from './flow/customer-flow.tsx';
import { fetchScript, rememberLocale } from './locale.ts';
import { Shell, Waiting } from './shell.tsx';

const StatusPage = lazy(named(() => import('./status/status-page.tsx'), 'StatusPage'));
const HandoffEntry = lazy(named(() => import('./handoff/entry.tsx'), 'HandoffEntry'));
const DeveloperPage = lazy(named(() => import('./developers/entry.tsx'), 'DeveloperPage'));
const Missing = lazy(named(() => import('./missing/page.tsx'), 'Missing'));
const StartEntry = lazy(named(() => import('./start/entry.tsx'), 'StartEntry'));
const EmbedEntry = lazy(named(() => import('./embed/entry.tsx'), 'EmbedEntry'));
const AgentEntry = lazy(named(() => import('./agent/entry.tsx'), 'AgentEntry'));
// Only the dev server has it: in a build the condition is false and the import is dropped.
const Styleguide = import.meta.env.DEV ? lazy(named(() => import('./styleguide.tsx'), 'Styleguide')) : null;

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
