import './console.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { LOCALE_TAGS, useLocale } from '#src/lib/i18n/index.ts';
import { Door } from './door/door.tsx';
import { ShortcutsProvider } from './keys/provider.tsx';
import { type ConsoleParts, PartsContext } from './parts.ts';
import { Pages } from './router.tsx';
import { createClient } from './session.ts';

/**
 * React Aria puts one rule into a style element of its own, unless an element of this id is there already; our
 * policy forbids such elements, so the rule stands in `console.css` and this holds its place.
 */
const HELD_PLACE = 'react-aria-pressable-style';
if (!document.getElementById(HELD_PLACE)) {
  const place = document.createElement('meta');
  place.id = HELD_PLACE;
  document.head.append(place);
}

/** The console: for the people who check applications. */
export default function Console({ parts }: { parts: ConsoleParts }): ReactNode {
  const { locale } = useLocale();
  const [client] = useState(createClient);
  return (
    <I18nProvider locale={LOCALE_TAGS[locale]}>
      <QueryClientProvider client={client}>
        <PartsContext value={parts}>
          <ShortcutsProvider>
            <Door>
              <Pages />
            </Door>
          </ShortcutsProvider>
        </PartsContext>
      </QueryClientProvider>
    </I18nProvider>
  );
}
