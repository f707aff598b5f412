import { type ReactNode, useState } from 'react';
import { useWords } from '#src/lib/i18n/index.ts';
import { Button } from '#src/ui/button.tsx';
import { words } from './words.ts';

/** A piece of code with a button that copies it. */
export function Copy({ title, code }: { title: string; code: string }): ReactNode {
  const t = useWords(words);
  const [done, setDone] = useState<string | null>(null);
  return (
    <section className="min-w-0">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="font-strong">{title}</h3>
        <Button
          look="quiet"
          onClick={() =>
            navigator.clipboard.writeText(code).then(
              () => setDone(code),
              () => setDone(null),
            )
          }
        >
          {t(done === code ? 'dev.copied' : 'dev.copy')}
        </Button>
      </div>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
        tabIndex={0}
        dir="ltr"
        className="mt-1 overflow-x-auto rounded-md border border-hairline bg-sunken p-3 text-start font-mono text-sm leading-normal"
      >
        {code}
      </pre>
    </section>
  );
}
