import { type ReactNode, useId } from 'react';
import { cx } from './cx.ts';
import { Icon } from './icon.tsx';

/** What a control needs to be named and described by its field. */
export interface ControlProps {
  id: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
  'aria-required'?: boolean;
}

export interface Message {
  level: 'error' | 'warning';
  text: string;
}

export interface FieldProps {
  id?: string;
  label: string;
  hint?: string | undefined;
  /** Said after the label of fields that may stay empty. */
  optional?: string | undefined;
  messages?: readonly Message[];
  /** Below the control: small actions. */
  actions?: ReactNode;
  children: (control: ControlProps) => ReactNode;
}

/** Errors and warnings under a control; a live region, so that what appears there is read out. */
export function Messages({ id, messages }: { id: string; messages: readonly Message[] }): ReactNode {
  return (
    <div id={id} aria-live="polite">
      {messages.map(({ level, text }) => (
        <p key={text} className={cx('mt-1.5 flex gap-2', level === 'error' ? 'text-stop' : 'text-check')}>
          <Icon name={level === 'error' ? 'stop' : 'warn'} className="mt-0.5" />
          <span>{text}</span>
        </p>
      ))}
    </div>
  );
}

/** Label, hint, control and messages of one field, wired for assistive technology. */
export function Field({
  id: given,
  label,
  hint,
  optional,
  messages = [],
  actions,
  children,
}: FieldProps): ReactNode {
  const made = useId();
  const id = given ?? made;
  const described = cx(hint && `${id}-hint`, messages.length > 0 && `${id}-messages`);
  const invalid = messages.some((message) => message.level === 'error');
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="font-strong">
        {label}
        {optional && <span className="font-normal text-quiet"> {optional}</span>}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-quiet">
          {hint}
        </p>
      )}
      <div className="mt-1.5">
        {children({
          id,
          ...(described && { 'aria-describedby': described }),
          ...(invalid && { 'aria-invalid': true as const }),
          'aria-required': !optional,
        })}
      </div>
      <Messages id={`${id}-messages`} messages={messages} />
      {actions}
    </div>
  );
}

/** The page's start, not the control's: a number is left to right on a page that is not. */
const THICK_START = 'border-l-4 pl-2.5 rtl:border-r-4 rtl:border-l rtl:pr-2.5 rtl:pl-3.5';

/** `framed`: something around the control draws its frame and its focus ring. */
export type ControlState = 'plain' | 'error' | 'warning' | 'framed';

/** The look of every text control; the left edge carries the state beside colour. */
export const controlLook = (state: ControlState = 'plain'): string =>
  cx(
    'block min-h-12 w-full bg-surface px-3.5 py-2.5 text-lg text-ink placeholder:text-quiet',
    state === 'framed'
      ? 'focus-visible:shadow-none focus-visible:outline-none'
      : 'rounded-md border transition-colors',
    state === 'plain' && 'border-edge hover:border-accent',
    state === 'warning' && `border-check-mark ${THICK_START}`,
    state === 'error' && `border-stop ${THICK_START}`,
  );
