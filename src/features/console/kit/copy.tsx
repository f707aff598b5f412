import { type ReactNode, useState } from 'react';
import { Button } from './button.tsx';

/** A text to be taken along: selected by a press, copied by the button. */
export function Copy({ text, label, done }: { text: string; label: string; done: string }): ReactNode {
  const [copied, setCopied] = useState(false);
  const copy = (): void => {
    // Where the browser refuses, the text is there to be selected.
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => undefined,
    );
  };
  return (
    <div className="mt-1 flex items-center gap-2">
      <code className="ltr min-w-0 flex-1 rounded-sm bg-surface px-2 py-1 text-xs break-all select-all">
        {text}
      </code>
      <Button icon={copied ? 'check' : 'download'} onPress={copy}>
        <span aria-live="polite">{copied ? done : label}</span>
      </Button>
    </div>
  );
}
