import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Mode, WebhookEndpoint, WebhookEndpointWithSecret } from '#src/contract/partner/index.ts';
import { useLocale, useWords } from '#src/lib/i18n/index.ts';
import { Notice } from '#src/ui/notice.tsx';
import { enableEndpoint, getEndpoints, makeEndpoint, removeEndpoint, rotateSecret } from '../api/partners.ts';
import { Failed, Loading } from '../frame/states.tsx';
import { Button } from '../kit/button.tsx';
import { Copy } from '../kit/copy.tsx';
import { Glyph } from '../kit/glyph.tsx';
import { TextField } from '../kit/text-field.tsx';
import { dateTime } from '../kit/time.ts';
import { Part } from './part.tsx';
import { Sure } from './sure.tsx';
import { partnerKey, useChange } from './use-partner.ts';
import { partnerWords } from './words.ts';

/** How often it is looked at again whether the receivers still answer, ms. */
const AGAIN_MS = 5_000;

/** Where a partner's webhooks of one mode go, and why some no longer do. */
export function Webhooks({ partner, mode }: { partner: string; mode: Mode }): ReactNode {
  const t = useWords(partnerWords);
  const [secret, setSecret] = useState<(WebhookEndpointWithSecret & { rotated: boolean }) | null>(null);
  const { data, error, refetch } = useQuery({
    queryKey: [...partnerKey(partner), 'webhooks', mode],
    queryFn: ({ signal }) => getEndpoints(partner, mode, signal),
    refetchInterval: AGAIN_MS,
  });
  const make = useChange(partner, (url: string) => makeEndpoint(partner, mode, url));
  const change = useChange(partner, (act: () => Promise<void>) => act());
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    make.mutate(String(new FormData(form).get('url')).trim(), {
      onSuccess: (made) => {
        setSecret({ ...made, rotated: false });
        form.reset();
      },
    });
  };
  const rotate = async (id: string): Promise<void> =>
    setSecret({ ...(await rotateSecret(partner, mode, id)), rotated: true });
  const remove = async (id: string): Promise<void> => {
    await removeEndpoint(partner, mode, id);
    setSecret((shown) => (shown?.id === id ? null : shown));
  };
  return (
    <Part title={t('hooks.title')} error={make.error ?? change.error} wrong={t('hooks.wrong')}>
      {error ? (
        <Failed error={error} onAgain={() => void refetch()} />
      ) : !data ? (
        <Loading />
      ) : data.length === 0 ? (
        <p className="text-quiet">{t('hooks.none')}</p>
      ) : (
        <ul>
          {data.map((endpoint) => (
            <Endpoint
              key={endpoint.id}
              endpoint={endpoint}
              onRotate={() => change.mutate(() => rotate(endpoint.id))}
              onEnable={(on) => change.mutate(() => enableEndpoint(partner, mode, endpoint.id, on))}
              onRemove={() => change.mutate(() => remove(endpoint.id))}
            />
          ))}
        </ul>
      )}
      {secret && (
        <Notice kind="done" live="status" title={t('hooks.made', { url: secret.url })}>
          <p>
            {t('hooks.once')} {secret.rotated && t('hooks.rotated')}
          </p>
          <Copy
            key={secret.secret}
            text={secret.secret}
            label={t('partners.copy')}
            done={t('partners.copied')}
          />
        </Notice>
      )}
      <form onSubmit={onSubmit} className="flex flex-wrap items-end gap-2">
        <TextField
          label={t('hooks.url')}
          name="url"
          isRequired
          className="w-[28rem] max-w-full"
          input={{ dir: 'ltr', placeholder: 'https://' }}
        />
        <Button type="submit" busy={make.isPending}>
          <Glyph name="plus" />
          {t('hooks.make')}
        </Button>
      </form>
    </Part>
  );
}

interface EndpointProps {
  endpoint: WebhookEndpoint;
  onRotate: () => void;
  onEnable: (enabled: boolean) => void;
  onRemove: () => void;
}

function Endpoint({ endpoint, onRotate, onEnable, onRemove }: EndpointProps): ReactNode {
  const t = useWords(partnerWords);
  const { locale } = useLocale();
  const { url, failingSince, disabledAt, disabledBecause } = endpoint;
  const off = disabledAt !== null;
  return (
    <li className="flex flex-col gap-2 border-b border-hairline py-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <bdi dir="ltr" className="font-strong break-all">
          {url}
        </bdi>
        <span className="flex-1">
          {off ? null : failingSince ? (
            <span className="text-check">
              {t('hooks.failingSince', { time: dateTime(failingSince, locale) })}
            </span>
          ) : (
            <span className="text-done">{t('hooks.on')}</span>
          )}
        </span>
        <Button aria-label={t('hooks.rotate.of', { url })} onPress={onRotate}>
          {t('hooks.rotate')}
        </Button>
        <Button
          look={off ? 'main' : 'stop'}
          aria-label={t(off ? 'hooks.enable.of' : 'hooks.disable.of', { url })}
          onPress={() => onEnable(off)}
        >
          {t(off ? 'hooks.enable' : 'hooks.disable')}
        </Button>
        <Sure look="plain" label={t('partners.remove', { name: url })} onSure={onRemove}>
          <Glyph name="bin" />
        </Sure>
      </div>
      {off && (
        <Notice kind={disabledBecause === 'failing' ? 'stop' : 'check'}>
          <p>{t(`hooks.off.${disabledBecause ?? 'request'}`, { time: dateTime(disabledAt, locale) })}</p>
        </Notice>
      )}
    </li>
  );
}
