import { type ReactNode, useId } from 'react';
import { ApiError } from '#src/lib/api/client.ts';
import { useWords } from '#src/lib/i18n/index.ts';
import { partnerWords } from './words.ts';

export interface PartProps {
  title: string;
  /** What went wrong in this part. */
  error?: unknown;
  /** What to say of a request that was refused for what was entered. */
  wrong?: string;
  children: ReactNode;
}

/** One part of a partner's page; what went wrong in it is said in it. */
export function Part({ title, error, wrong, children }: PartProps): ReactNode {
  const t = useWords(partnerWords);
  const id = useId();
  const said = (): string => {
    const code = error instanceof ApiError ? error.code : null;
    if (code === 'invalid_request' || code === 'too_large') return wrong ?? t('error.other');
    return t(code === 'conflict' || code === 'not_found' ? `error.${code}` : 'error.other');
  };
  return (
    <section aria-labelledby={id} className="mt-3 flex flex-col gap-3">
      <h2 id={id} className="border-b border-hairline pb-1 text-base font-strong">
        {title}
      </h2>
      <p role="alert" className="text-stop empty:hidden">
        {error ? said() : null}
      </p>
      {children}
    </section>
  );
}
