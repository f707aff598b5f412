import { type ReactNode, useId } from 'react';
import { cx } from './cx.ts';
import { type Message, Messages } from './field.tsx';

export interface ChoiceProps {
  id?: string;
  legend: string;
  hint?: string | undefined;
  name: string;
  value: string;
  options: readonly { value: string; label: string }[];
  messages?: readonly Message[];
  /** Draws something around the buttons. */
  frame?: (buttons: ReactNode) => ReactNode;
  actions?: ReactNode;
  onChange: (value: string) => void;
  onBlur?: () => void;
  onFocus?: () => void;
}

/** One of a few, as radio buttons with large targets. `id` is that of the first button, for error links. */
export function Choice({
  id: given,
  legend,
  hint,
  name,
  value,
  options,
  messages = [],
  frame = (buttons) => buttons,
  actions,
  onChange,
  onBlur,
  onFocus,
}: ChoiceProps): ReactNode {
  const made = useId();
  const id = given ?? made;
  const short = options.every((option) => option.label.length <= 12);
  const state = messages.some(({ level }) => level === 'error') ? 'border-stop' : 'border-edge';
  return (
    <fieldset
      aria-describedby={cx(hint && `${id}-hint`, messages.length > 0 && `${id}-messages`) || undefined}
      className="min-w-0"
      onFocus={onFocus}
    >
      <legend className="font-strong">{legend}</legend>
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-quiet">
          {hint}
        </p>
      )}
      <div className="mt-1.5">
        {frame(
          <div className={cx('grid gap-2', short && 'grid-flow-col auto-cols-fr')}>
            {options.map((option, index) => (
              <label
                key={option.value}
                className={cx(
                  'flex min-h-12 items-center gap-3 rounded-md border bg-surface px-3.5 py-2 transition-colors',
                  'hover:border-accent has-checked:border-accent has-checked:bg-accent-soft',
                  'has-focus-visible:outline-3 has-focus-visible:outline-accent has-focus-visible:outline-offset-2',
                  state,
                )}
              >
                <input
                  type="radio"
                  id={index === 0 ? id : `${id}-${option.value}`}
                  name={name}
                  value={option.value}
                  checked={value === option.value}
                  onChange={() => onChange(option.value)}
                  onBlur={onBlur}
                  className="size-5 shrink-0 accent-accent focus-visible:shadow-none focus-visible:outline-none"
                />
                {option.label}
              </label>
            ))}
          </div>,
        )}
      </div>
      <Messages id={`${id}-messages`} messages={messages} />
      {actions}
    </fieldset>
  );
}
