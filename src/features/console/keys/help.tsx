import { type ReactNode, useState } from 'react';
import { useWords } from '#src/lib/i18n/index.ts';
import { Dialog } from '#src/ui/dialog.tsx';
import { Button } from '../kit/button.tsx';
import { KeyCap } from '../kit/key-cap.tsx';
import { consoleWords } from '../words.ts';
import { keepSingleKeys, useRegistry } from './provider.tsx';

/** Every shortcut of the screen that one is on. */
export function KeysHelp({ open, onClose }: { open: boolean; onClose: () => void }): ReactNode {
  const t = useWords(consoleWords);
  const registry = useRegistry();
  const [single, setSingle] = useState(registry.single);
  return (
    <Dialog open={open} title={t('keys.title')} onClose={onClose} wide>
      {open && (
        <div className="columns-1 gap-8 sm:columns-2">
          {registry.groups().map(({ title, shortcuts }) => (
            <section key={title} className="mb-4 break-inside-avoid">
              <h3 className="mb-1 border-b border-hairline pb-1 text-sm font-strong">{title}</h3>
              <dl className="text-sm">
                {shortcuts.map(({ keys, label }) => (
                  <div key={keys} className="flex items-baseline justify-between gap-4 py-0.5">
                    <dt>{label}</dt>
                    <dd className="shrink-0">
                      <KeyCap keys={keys} />
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </div>
      )}
      <label className="flex items-start gap-2.5 text-sm">
        <input
          type="checkbox"
          className="mt-0.5 size-4 accent-accent"
          checked={single}
          onChange={({ target }) => {
            setSingle(target.checked);
            keepSingleKeys(registry, target.checked);
          }}
        />
        <span>
          {t('keys.single')}
          <span className="block text-xs text-quiet">{t('keys.single.hint')}</span>
        </span>
      </label>
      <div className="flex justify-end">
        <Button look="main" onPress={onClose}>
          {t('console.close')}
        </Button>
      </div>
    </Dialog>
  );
}
