import { type ReactNode, useEffect, useRef } from 'react';
import { createRoot } from 'react-dom/client';
import { mount } from '#src/sdk/index.ts';

declare const KENAL: string;
declare const CLIENT: string;

const heard: [string, unknown][] = [];
Object.assign(window, { heard });

/** How a React page holds an onboarding: mounted in an effect, destroyed with the component. */
function Onboarding(): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!place.current) return;
    const hear = (name: string) => (detail?: unknown) => void heard.push([name, detail]);
    const mounted = mount(place.current, {
      client: CLIENT,
      url: KENAL,
      locale: 'en',
      token: () => fetch('/token', { method: 'POST' }).then((response) => response.text()),
      onReady: hear('ready'),
      onStep: hear('step'),
      onComplete: hear('complete'),
      onError: hear('error'),
    });
    return () => void mounted.destroy();
  }, []);
  return <div ref={place} />;
}

const place = document.getElementById('identity');
if (place) createRoot(place).render(<Onboarding />);
