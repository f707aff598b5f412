import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select';
import { cx } from '#src/ui/cx.ts';
import { Icon } from '#src/ui/icon.tsx';

export interface SelectProps<V extends string> {
  label: string;
  value: V;
  options: readonly { readonly value: V; readonly label: string }[];
  onChange: (value: V) => void;
  /** The label is said but not shown: what is chosen speaks for itself. */
  quiet?: boolean;
  className?: string;
}

/** One of a few, in a list that opens. */
export function Select<V extends string>({
  label,
  value,
  options,
  onChange,
  quiet = false,
  className,
}: SelectProps<V>): ReactNode {
  return (
    <AriaSelect
      value={value}
      onChange={(key) => {
        const chosen = options.find((option) => option.value === key);
        if (chosen) onChange(chosen.value);
      }}
      className={cx('min-w-0', className)}
    >
      <Label className={quiet ? 'sr-only' : 'mb-1 block text-sm font-strong'}>{label}</Label>
      <Button className="flex min-h-8 w-full items-center gap-1.5 rounded-[7px] border border-edge bg-surface py-1 ps-2.5 pe-1.5 text-start text-sm hover:border-accent">
        <SelectValue className="min-w-0 flex-1 truncate">
          {options.find((option) => option.value === value)?.label}
        </SelectValue>
        <Icon name="forward" className="size-3.5 rotate-90 text-quiet rtl:rotate-90 rtl:scale-x-100" />
      </Button>
      <Popover className="k-console min-w-(--trigger-width) rounded-md border border-edge bg-surface p-1 text-ink shadow-lg">
        <ListBox className="max-h-80 overflow-auto outline-none">
          {options.map((option) => (
            <ListBoxItem
              key={option.value}
              id={option.value}
              textValue={option.label}
              className="flex cursor-default items-center gap-2 rounded-[6px] px-2 py-1 text-sm data-[focused]:bg-accent-soft data-[selected]:font-strong"
            >
              {({ isSelected }) => (
                <>
                  <Icon name="check" className={cx('size-3.5 text-accent', !isSelected && 'invisible')} />
                  {option.label}
                </>
              )}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
