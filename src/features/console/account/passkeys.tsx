import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { FormEvent, ReactNode } from 'react';
import { useLocale, useWords } from '#src/lib/i18n/index.ts';
import { addPasskey, getPasskeys, removePasskey } from '../api/own-account.ts';
import { Button } from '../kit/button.tsx';
import { Glyph } from '../kit/glyph.tsx';
import { TextField } from '../kit/text-field.tsx';
import { dateTime } from '../kit/time.ts';
import { Section } from './section.tsx';
import { accountWords } from './words.ts';

const PASSKEYS = ['passkeys'] as const;

/** Keys that the person's devices hold. */
export function Passkeys(): ReactNode {
  const t = useWords(accountWords);
  const { locale } = useLocale();
  const client = useQueryClient();
  const { data = [] } = useQuery({ queryKey: PASSKEYS, queryFn: ({ signal }) => getPasskeys(signal) });
  const renew = () => client.invalidateQueries({ queryKey: PASSKEYS });
  const add = useMutation({ mutationFn: addPasskey, onSuccess: renew });
  const remove = useMutation({ mutationFn: removePasskey, onSettled: renew });
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    add.mutate(String(new FormData(event.currentTarget).get('name')));
    event.currentTarget.reset();
  };
  return (
    <Section title={t('account.passkeys')} error={add.error ?? remove.error}>
      <p className="text-quiet">
        {t('account.passkeys.text')} {data.length === 0 && t('account.passkeys.none')}
      </p>
      {data.length > 0 && (
        <ul className="w-full">
          {data.map(({ id, name, createdAt }) => (
            <li key={id} className="flex items-center gap-3 border-b border-hairline py-1">
              <Glyph name="key" className="text-quiet" />
              <bdi className="font-strong">{name}</bdi>
              <span className="flex-1 text-quiet">
                {t('account.since', { time: dateTime(createdAt, locale) })}
              </span>
              <Button
                look="plain"
                aria-label={t('account.passkeys.remove', { name })}
                onPress={() => remove.mutate(id)}
              >
                <Glyph name="bin" />
              </Button>
            </li>
          ))}
        </ul>
      )}
      <form onSubmit={onSubmit} className="flex flex-wrap items-end gap-3">
        <TextField
          label={t('account.passkeys.name')}
          name="name"
          maxLength={60}
          isRequired
          autoComplete="off"
          className="w-64"
          input={{ dir: 'auto' }}
        />
        <Button type="submit" busy={add.isPending}>
          <Glyph name="plus" />
          {t('account.passkeys.add')}
        </Button>
      </form>
    </Section>
  );
}
