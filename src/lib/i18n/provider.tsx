import {
  createContext,
  type ReactNode,
  startTransition,
  use,
  useLayoutEffect,
  useMemo,
  useState,
} from 'react';
import type { Locale } from '#src/contract/index.ts';
import { createSwitch } from './switch.ts';
import { carryOver, type Translate, translator, type Words } from './words.ts';

interface LocaleState {
  readonly locale: Locale;
  readonly setLocale: (locale: Locale) => void;
}

const LocaleContext = createContext<LocaleState | null>(null);

interface LocaleProviderProps {
  initial: Locale;
  /** Called with every language that becomes the current one, the first included. */
  onChange?: (locale: Locale) => void;
  /** Fetches what a language needs besides its words, before it becomes the current one. The first one given counts. */
  prepare?: (locale: Locale) => Promise<unknown>;
  children: ReactNode;
}

/** Holds the language; the document's `lang` and `dir` follow it. */
export function LocaleProvider({ initial, onChange, prepare, children }: LocaleProviderProps): ReactNode {
  const [locale, set] = useState(initial);
  // Before the paint: no frame of one language in the other's direction.
  useLayoutEffect(() => {
    document.documentElement.lang = locale;
    document.documentElement.dir = locale === 'ur' ? 'rtl' : 'ltr';
    onChange?.(locale);
  }, [locale, onChange]);
  // The same function in every language: whoever begins something with it does not begin again.
  const [setLocale] = useState(() =>
    createSwitch(
      (from, to) => Promise.all([carryOver(from, to), prepare?.(to)]),
      initial,
      // Every word of the page changes: in slices, so that the choice is answered before.
      (next) => startTransition(() => set(next)),
    ),
  );
  const state = useMemo(() => ({ locale, setLocale }), [locale, setLocale]);
  return <LocaleContext value={state}>{children}</LocaleContext>;
}

/** The current language and the way to change it. */
export function useLocale(): LocaleState {
  const state = use(LocaleContext);
  if (!state) throw new Error('useLocale outside LocaleProvider');
  return state;
}

/** A feature's words in the current language; suspends while they load for the first time. */
export function useWords<Id extends string>(words: Words<Id>): Translate<Id> {
  const { locale } = useLocale();
  use(words.load(locale));
  return useMemo(() => translator<Id>(locale), [locale]);
}
