import type { ReactNode } from 'react';
import Console from '#src/features/console/index.tsx';
import type { ConsoleParts } from '#src/features/console/parts.ts';
import { CONSENT_VERSION } from '../consent-version.ts';
import { loadCountry } from '../flow/countries.ts';
import { captureSlot } from '../flow/slots.ts';

const PARTS: ConsoleParts = { loadCountry, Capture: captureSlot.View, consentVersion: CONSENT_VERSION };

/** `/agent`: the console, with the capture feature and the countries wired in. */
export function AgentEntry(): ReactNode {
  return <Console parts={PARTS} />;
}
