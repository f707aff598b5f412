import { type FormEvent, type ReactNode, useState } from 'react';
import { type ClientSettings, type PartnerClient, type Theme, theme } from '#src/contract/partner/index.ts';
import { useWords } from '#src/lib/i18n/index.ts';
import { setClient } from '../api/partners.ts';
import { Button } from '../kit/button.tsx';
import { TextField } from '../kit/text-field.tsx';
import { consoleWords } from '../words.ts';
import { Colours } from './colours.tsx';
import { Logo } from './logo.tsx';
import { originsIn } from './origins.ts';
import { Part } from './part.tsx';
import { useChange } from './use-partner.ts';
import { partnerWords } from './words.ts';

interface ClientFormProps {
  partner: string;
  client: PartnerClient;
  onDone: () => void;
}

/** The settings of a client that the console knows of; the others stay as they are. */
export function ClientForm({ partner, client: { id, settings }, onDone }: ClientFormProps): ReactNode {
  const t = useWords(partnerWords);
  const c = useWords(consoleWords);
  const [name, setName] = useState(settings.branding.name);
  const [origins, setOrigins] = useState(settings.origins.join('\n'));
  const [look, setLook] = useState<Theme>(settings.branding.theme);
  const save = useChange(partner, (changed: ClientSettings) => setClient(partner, id, changed));
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const branding = { ...settings.branding, name: name.trim(), theme: look };
    save.mutate({ ...settings, origins: originsIn(origins), branding }, { onSuccess: onDone });
  };
  return (
    <Part
      title={t('clients.edit.of', { name: settings.branding.name })}
      error={save.error}
      wrong={t('clients.wrong')}
    >
      <form onSubmit={onSubmit} className="flex flex-col gap-4">
        <div className="flex flex-wrap items-start gap-3">
          <TextField
            label={t('clients.name')}
            value={name}
            onChange={setName}
            maxLength={60}
            isRequired
            className="w-56"
          />
          <TextField
            label={t('clients.origins')}
            hint={t('clients.origins.hint')}
            value={origins}
            onChange={setOrigins}
            rows={3}
            className="w-[36rem] max-w-full"
          />
        </div>
        <Colours theme={look} onChange={setLook} />
        <div className="flex flex-wrap gap-x-8 gap-y-3">
          <Logo partner={partner} slot="logo" theme={look} onChange={setLook} />
          <Logo partner={partner} slot="logoDark" theme={look} onChange={setLook} />
        </div>
        <div className="flex gap-2">
          <Button type="submit" look="main" busy={save.isPending} isDisabled={!theme.safeParse(look).success}>
            {c('console.save')}
          </Button>
          <Button onPress={onDone}>{c('console.cancel')}</Button>
        </div>
      </form>
    </Part>
  );
}
