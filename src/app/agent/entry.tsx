import { lazy, type ReactNode } from 'react';
import Console from '#src/features/console/index.tsx';
import type { ConsoleParts } from '#src/features/console/parts.ts';
import { CONSENT_VERSION } from '../consent-version.ts';
import { loadCountry } from '../flow/countries.ts';

const PARTS: ConsoleParts = {
  loadCountry,
  Capture: lazy(() => import('#src/features/capture/index.tsx')),
  consentVersion: CONSENT_VERSION,
};

/** `/agent`: the console, with the capture feature and the countries wired in. */
export function AgentEntry(): ReactNode {
  return <Console parts={PARTS} />;
}
