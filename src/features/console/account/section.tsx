import { type ReactNode, useId } from 'react';
import { useWords } from '#src/lib/i18n/index.ts';
import { doorError } from '../door/use-door.ts';
import { doorWords } from '../door/words.ts';

/** One part of the account page; what went wrong in it is said in it. */
export function Section({
  title,
  error,
  children,
}: {
  title: string;
  error?: unknown;
  children: ReactNode;
}): ReactNode {
  const t = useWords(doorWords);
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="flex max-w-2xl flex-col items-start gap-3 border-b border-hairline pb-5"
    >
      <h2 id={id} className="text-base font-strong">
        {title}
      </h2>
      {children}
      <p role="alert" className="text-stop empty:hidden">
        {error ? t(doorError(error)) : null}
      </p>
    </section>
  );
}
