import { Component, type ReactNode } from 'react';
import { translator } from '#src/lib/i18n/index.ts';
import { Button } from '#src/ui/button.tsx';
import { firstLocale } from './locale.ts';
import type en from './words.en.ts';
import { appWords } from './words.ts';

/** Said when not even the words could be loaded. */
const BARE: Readonly<Record<string, string>> = {
  'fault.title': 'This page could not be loaded',
  'fault.text': '',
  'fault.reload': 'Load the page again',
};

interface State {
  readonly failed: boolean;
}

/** The last screen: a fault of the page's own, or a part of it that could not be loaded. */
export class FaultBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { failed: false };

  static getDerivedStateFromError(): State {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    const locale = firstLocale();
    const t = appWords.loaded(locale) ? translator<keyof typeof en>(locale) : (id: string) => BARE[id];
    return (
      <main className="mx-auto flex max-w-column flex-col gap-4 p-5 pt-16" role="alert">
        <h1 className="text-2xl font-strong">{t('fault.title')}</h1>
        <p>{t('fault.text')}</p>
        <Button onClick={() => location.reload()}>{t('fault.reload')}</Button>
      </main>
    );
  }
}
