import type { ReactNode } from 'react';
import { Header } from 'react-aria-components/Header';
import { Menu as AriaMenu, MenuItem, MenuSection, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { cx } from '#src/ui/cx.ts';

export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly lang?: string;
  readonly chosen?: boolean;
  readonly run: () => void;
}
export interface MenuPart {
  readonly title?: string;
  readonly entries: readonly MenuEntry[];
}

/** A button with a list of actions. */
export function Menu({
  label,
  trigger,
  parts,
}: {
  label: string;
  trigger: ReactNode;
  parts: readonly MenuPart[];
}): ReactNode {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className="k-console min-w-48 rounded-md border border-edge bg-surface p-1 text-ink shadow-lg">
        <AriaMenu
          aria-label={label}
          className="outline-none"
          onAction={(id) =>
            parts
              .flatMap(({ entries }) => entries)
              .find((entry) => entry.id === id)
              ?.run()
          }
        >
          {parts.map(({ title, entries }, index) => (
            <MenuSection
              // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a menu never change places
              key={index}
              aria-label={title ?? label}
              className={cx(index > 0 && 'mt-1 border-t border-hairline pt-1')}
            >
              {title && <Header className="px-2 py-0.5 text-xs text-quiet">{title}</Header>}
              {entries.map((entry) => (
                <MenuItem
                  key={entry.id}
                  id={entry.id}
                  textValue={entry.label}
                  className="flex cursor-default items-center gap-2 rounded-[6px] px-2 py-1 text-sm data-[focused]:bg-accent-soft"
                >
                  {entry.icon}
                  <span lang={entry.lang} className={cx(entry.chosen && 'font-strong')}>
                    {entry.label}
                  </span>
                </MenuItem>
              ))}
            </MenuSection>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
