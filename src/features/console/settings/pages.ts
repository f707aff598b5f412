import { AuditTitle } from '../audit/audit-title.tsx';
import { PeopleTitle } from './people-title.tsx';
import type { SettingsPage } from './types.ts';

/** The pages under `/agent/settings`, in their order; each is loaded when one goes there. */
export const SETTINGS: readonly SettingsPage[] = [
  {
    path: 'people',
    role: 'supervisor',
    Title: PeopleTitle,
    load: () => import('./people-page.tsx').then(({ PeoplePage }) => ({ default: PeoplePage })),
  },
  {
    path: 'audit',
    role: 'admin',
    Title: AuditTitle,
    load: () => import('../audit/audit-page.tsx').then(({ AuditPage }) => ({ default: AuditPage })),
  },
];
