import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { soon } from '#src/lib/idle.ts';
import { named } from '#src/lib/named.ts';
import { useSurroundings } from '#src/lib/surroundings.tsx';
import { Waiting } from '../shell.tsx';
import { Welcome } from '../steps/welcome.tsx';
import { Frame } from './frame.tsx';
import type { Flow } from './machine.ts';
import { useFlow } from './use-flow.ts';
import { useResume } from './use-resume.ts';

// What the first screen does without: the BFF's client, its schemas, every other step.
const rest = () => import('./rest.tsx');
const Rest = lazy(named(rest, 'Rest'));

/** The photo that the flow let go of gives its memory back. */
function useRevoke(preview: string | null): void {
  const last = useRef<string | null>(null);
  useEffect(() => {
    if (last.current && last.current !== preview) URL.revokeObjectURL(last.current);
    last.current = preview;
  }, [preview]);
}

const photoOf = (flow: Flow): string | null =>
  flow.step === 'receipt' ? null : (flow.known.photo?.preview ?? null);

/** On a first screen that nobody touches, the rest of the way is fetched after this long, ms. */
const QUIET_MS = 2500;

/** The countries that this deployment offers, once it has said so; asked at the first sign of a person. */
function useOffered(): readonly string[] | null {
  const [offered, setOffered] = useState<readonly string[] | null>(null);
  useEffect(() => {
    let gone = false;
    const ask = (): void => {
      rest()
        .then((module) => module.openSession())
        .then(
          (info) => !gone && setOffered(info.countries),
          // The notice's screen says so and keeps trying.
          () => undefined,
        );
    };
    const off = soon(QUIET_MS, ask);
    return () => {
      gone = true;
      off();
    };
  }, []);
  return offered;
}

/** The customer's way from the first screen to the reference number. */
export function CustomerFlow(): ReactNode {
  const [flow, send, ready] = useFlow(useResume);
  const offered = useOffered();
  useRevoke(photoOf(flow));
  const { onStep } = useSurroundings();
  useEffect(() => {
    if (ready) onStep(flow.step);
  }, [ready, flow.step, onStep]);
  const moved = useRef(false);
  if (flow.step !== 'welcome') moved.current = true;

  if (!ready) return <Frame step="welcome" content={<Waiting />} />;
  if (flow.step === 'welcome')
    return (
      <Frame
        step="welcome"
        content={
          <Welcome
            offered={offered}
            focusHeading={moved.current}
            onCountry={(country) => send({ type: 'country', country })}
          />
        }
      />
    );
  return (
    <Suspense fallback={<Frame step={flow.step} content={<Waiting />} />}>
      <Rest flow={flow} send={send} />
    </Suspense>
  );
}
