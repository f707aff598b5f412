import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Navigate,
  RouterProvider,
  redirect,
} from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '#src/lib/i18n/index.ts';
import { paramsOf } from './api/queue.ts';
import { Frame } from './frame/frame.tsx';
import { Page } from './frame/page.tsx';
import { Failed } from './frame/states.tsx';
import { QueuePage } from './queue/queue-page.tsx';
import { viewOf } from './queue/view.ts';
import { NothingLeft } from './review/nothing-left.tsx';
import { ReviewPage } from './review/review-page.tsx';
import { consoleWords } from './words.ts';

function Missing(): ReactNode {
  const t = useWords(consoleWords);
  return (
    <Page title={t('console.missing')}>
      <p>{t('console.missing.text')}</p>
    </Page>
  );
}

const root = createRootRoute({ component: Frame, notFoundComponent: Missing });
const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/queue' });
  },
});
/** Where an invitation led to: whoever is in by now goes on to the queue. */
const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  component: () => <Navigate to="/queue" replace />,
});
const queue = createRoute({
  getParentRoute: () => root,
  path: '/queue',
  validateSearch: viewOf,
  component: QueuePage,
});
const review = createRoute({
  getParentRoute: () => root,
  path: '/review/$id',
  validateSearch: viewOf,
  component: ReviewPage,
});
const nothingLeft = createRoute({
  getParentRoute: () => root,
  path: '/review',
  validateSearch: viewOf,
  component: NothingLeft,
});
const verify = createRoute({
  getParentRoute: () => root,
  path: '/verify',
  component: lazyRouteComponent(() => import('./verify/verify-page.tsx'), 'VerifyPage'),
});
const figures = createRoute({
  getParentRoute: () => root,
  path: '/figures',
  validateSearch: (params: Record<string, unknown>) => params,
  component: lazyRouteComponent(() => import('./figures/figures-page.tsx'), 'FiguresPage'),
});
const account = createRoute({
  getParentRoute: () => root,
  path: '/account',
  component: lazyRouteComponent(() => import('./account/account-page.tsx'), 'AccountPage'),
});
const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: lazyRouteComponent(() => import('./settings/settings-page.tsx'), 'SettingsPage'),
});
const settingsPage = createRoute({
  getParentRoute: () => root,
  path: '/settings/$page',
  component: lazyRouteComponent(() => import('./settings/settings-page.tsx'), 'SettingsPage'),
});

const partners = createRoute({
  getParentRoute: () => root,
  path: '/partners',
  component: lazyRouteComponent(() => import('./partners/partners-page.tsx'), 'PartnersPage'),
});
/** Live, unless the address asks for the test side. */
const partner = createRoute({
  getParentRoute: () => root,
  path: '/partners/$id',
  validateSearch: ({ mode }: Record<string, unknown>): { mode?: 'test' } => (mode === 'test' ? { mode } : {}),
  component: lazyRouteComponent(() => import('./partners/partner-page.tsx'), 'PartnerPage'),
});

const router = createRouter({
  routeTree: root.addChildren([
    home,
    invitation,
    queue,
    review,
    nothingLeft,
    verify,
    figures,
    account,
    partners,
    partner,
    settings,
    settingsPage,
  ]),
  basepath: '/agent',
  // Plain texts on both ways: the filters are words, and a cursor is not to be taken for a number.
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (params) => {
    const text = paramsOf(params as Record<string, string | undefined>);
    return text === '' ? '' : `?${text}`;
  },
  defaultErrorComponent: ({ error, reset }) => (
    <div className="p-6">
      <Failed error={error} onAgain={reset} />
    </div>
  ),
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

/** The pages inside the door. */
export function Pages(): ReactNode {
  return <RouterProvider router={router} />;
}
