import { type ReactNode, useEffect, useMemo, useState } from 'react';
import {
  type Connection,
  connect,
  diagnoseCamera,
  followHeight,
  localeOf,
  paint,
  type Refusal,
  RefusedError,
  themeOf,
} from '#src/features/embed/index.ts';
import { useLocale } from '#src/lib/i18n/index.ts';
import { type Surroundings, SurroundingsProvider } from '#src/lib/surroundings.tsx';
import { CustomerFlow } from '../flow/customer-flow.tsx';
import { keepSessionBy } from '../flow/session.ts';
import { Waiting } from '../shell.tsx';
import { Refused } from './refused.tsx';

/** What is sized by the screen goes by this where the frame is as high as its content, CSS pixels. */
const MAX_SCREEN = 740;
const MIN_SCREEN = 520;

const clientInAddress = (): string => new URLSearchParams(location.search).get('client') ?? '';

/** `/embed?client=…`: the customer's flow in a partner's page. */
export function EmbedEntry(): ReactNode {
  const [connection, setConnection] = useState<Connection | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { setLocale } = useLocale();

  useEffect(() => {
    const stop = new AbortController();
    // The client's own face at once; the session's may differ.
    connect(clientInAddress(), (client) => paint(client.branding.theme), stop.signal).then(
      (made) => {
        if (stop.signal.aborted) return;
        keepSessionBy(made.keeper);
        const locale = localeOf(made);
        if (locale) setLocale(locale);
        setConnection(made);
      },
      (error: unknown) => {
        if (!stop.signal.aborted) setRefusal(error instanceof RefusedError ? error.refusal : 'unreachable');
      },
    );
    return () => stop.abort();
  }, [setLocale]);

  if (refusal) return <Refused refusal={refusal} />;
  return connection ? <Framed connection={connection} /> : <Waiting />;
}

/** Back to the page by Escape, where the frame lies over it. */
function useEscape(close: (() => void) | null): void {
  useEffect(() => {
    if (!close) return;
    const press = (event: KeyboardEvent): void => {
      // A dialog of ours, or a list that is open, takes the key for itself.
      if (event.key === 'Escape' && !event.defaultPrevented && !document.querySelector('dialog[open]'))
        close();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [close]);
}

function Framed({ connection }: { connection: Connection }): ReactNode {
  const { channel, client, start, session } = connection;
  const { setLocale } = useLocale();
  const branding = session.partner?.branding ?? client.branding;
  const { modal } = start;

  useEffect(() => {
    const root = document.documentElement;
    const screen = Math.min(MAX_SCREEN, Math.max(MIN_SCREEN, start.viewport));
    root.style.setProperty('--k-screen', modal ? '100dvh' : `${screen}px`);
    const content = document.getElementById('root');
    if (modal || !content) return;
    return followHeight(content, (height) =>
      channel.post({ type: 'resize', payload: { height: Math.max(height, screen) } }),
    );
  }, [channel, modal, start.viewport]);

  useEffect(
    () =>
      channel.onUpdate(({ locale, theme }) => {
        if (locale) setLocale(locale);
        if (theme) paint({ ...branding.theme, ...themeOf(theme) });
      }),
    [channel, setLocale, branding.theme],
  );
  useEffect(() => paint({ ...branding.theme, ...themeOf(start.theme) }), [branding.theme, start.theme]);

  const surroundings = useMemo<Surroundings>(
    () => ({
      framed: true,
      begunElsewhere: true,
      mayHandOff: true,
      name: branding.name,
      logo: branding.theme.logo ?? null,
      logoDark: branding.theme.logoDark ?? null,
      words: branding.texts,
      contact: session.partner?.contact ?? null,
      close: () => channel.post({ type: 'cancel', payload: {} }),
      onStep: (step) => channel.post({ type: 'step', payload: { step } }),
      onReceipt: ({ id, reference }) =>
        channel.post({ type: 'complete', payload: { applicationId: id, reference } }),
      diagnoseCamera: () => diagnoseCamera(channel),
    }),
    [channel, branding, session.partner?.contact],
  );
  useEscape(modal ? surroundings.close : null);

  return (
    <SurroundingsProvider value={surroundings}>
      <CustomerFlow />
    </SurroundingsProvider>
  );
}
