import { type FormEvent, type ReactNode, useState } from 'react';
import type { ClientSettings, Mode, PartnerClient, PartnerDetail } from '#src/contract/partner/index.ts';
import { useWords } from '#src/lib/i18n/index.ts';
import { makeClient, removeClient } from '../api/partners.ts';
import { Button } from '../kit/button.tsx';
import { Copy } from '../kit/copy.tsx';
import { Glyph } from '../kit/glyph.tsx';
import { TextField } from '../kit/text-field.tsx';
import { ClientForm } from './client-form.tsx';
import { originsIn } from './origins.ts';
import { Part } from './part.tsx';
import { Sure } from './sure.tsx';
import { useChange } from './use-partner.ts';
import { partnerWords } from './words.ts';

const blank = (name: string, origins: readonly string[]): ClientSettings => ({
  origins: [...origins],
  branding: { name, theme: {}, texts: {} },
  countries: null,
  locale: null,
  redirectOrigins: [],
});

/** A partner's clients of one mode: their ids, their pages, their looks. */
export function Clients({ partner, mode }: { partner: PartnerDetail; mode: Mode }): ReactNode {
  const t = useWords(partnerWords);
  const make = useChange(partner.id, (settings: ClientSettings) => makeClient(partner.id, mode, settings));
  const remove = useChange(partner.id, (client: string) => removeClient(partner.id, client));
  const clients = partner.clients.filter((client) => client.mode === mode);
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const settings = blank(String(data.get('name')).trim(), originsIn(String(data.get('origins'))));
    make.mutate(settings, { onSuccess: () => form.reset() });
  };
  return (
    <Part title={t('clients.title')} error={make.error ?? remove.error} wrong={t('clients.wrong')}>
      {clients.length === 0 ? (
        <p className="text-quiet">{t('clients.none')}</p>
      ) : (
        <ul className="flex flex-col gap-3">
          {clients.map((client) => (
            <Client
              key={client.id}
              partner={partner.id}
              client={client}
              onRemove={() => remove.mutate(client.id)}
            />
          ))}
        </ul>
      )}
      <form onSubmit={onSubmit} className="flex flex-wrap items-start gap-2">
        <TextField
          label={t('clients.name')}
          name="name"
          defaultValue={partner.name}
          maxLength={60}
          isRequired
          className="w-56"
        />
        <TextField
          label={t('clients.origins')}
          hint={t('clients.origins.hint')}
          name="origins"
          rows={2}
          className="w-[36rem] max-w-full"
        />
        <Button type="submit" busy={make.isPending} className="self-end">
          <Glyph name="plus" />
          {t('clients.make')}
        </Button>
      </form>
    </Part>
  );
}

interface ClientProps {
  partner: string;
  client: PartnerClient;
  onRemove: () => void;
}

function Client({ partner, client, onRemove }: ClientProps): ReactNode {
  const t = useWords(partnerWords);
  const [edited, setEdited] = useState(false);
  const { branding, origins } = client.settings;
  const { name } = branding;
  return (
    <li className="flex flex-col gap-2 border-b border-hairline pb-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <bdi className="font-strong">{name}</bdi>
        <span className="min-w-0 flex-1 break-all text-quiet">
          {origins.length === 0 ? t('clients.noOrigins') : <bdi dir="ltr">{origins.join('  ')}</bdi>}
        </span>
        <div className="-mt-1">
          <Copy text={client.id} label={t('partners.copy')} done={t('partners.copied')} />
        </div>
        <Button
          aria-label={t('clients.edit.of', { name })}
          aria-expanded={edited}
          onPress={() => setEdited(!edited)}
        >
          {t('clients.edit')}
        </Button>
        <Sure look="plain" label={t('partners.remove', { name })} onSure={onRemove}>
          <Glyph name="bin" />
        </Sure>
      </div>
      {edited && <ClientForm partner={partner} client={client} onDone={() => setEdited(false)} />}
    </li>
  );
}
