import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type Me, MIN_PASSWORD } from '#src/contract/agent/index.ts';
import { ApiError } from '#src/lib/api/client.ts';
import { useWords } from '#src/lib/i18n/index.ts';
import { acceptInvitation, seeInvitation, setUp } from '../api/sign-in.ts';
import { Failed, Loading } from '../frame/states.tsx';
import { Button, buttonShape } from '../kit/button.tsx';
import { TextField } from '../kit/text-field.tsx';
import { consoleWords } from '../words.ts';
import { DoorFrame } from './door-frame.tsx';
import { useDoor } from './use-door.ts';
import { doorWords } from './words.ts';

function NameField(): ReactNode {
  const t = useWords(doorWords);
  return (
    <TextField
      label={t('setup.name')}
      name="name"
      autoComplete="name"
      maxLength={80}
      isRequired
      input={{ dir: 'auto' }}
    />
  );
}

function NewPassword(): ReactNode {
  const t = useWords(doorWords);
  return (
    <TextField
      label={t('door.password')}
      hint={t('door.password.hint', { min: MIN_PASSWORD })}
      name="password"
      type="password"
      autoComplete="new-password"
      minLength={MIN_PASSWORD}
      isRequired
      input={{ dir: 'ltr' }}
    />
  );
}

/** The first account of all: an administrator, who has the code from the server's log. */
export function Setup({ onIn }: { onIn: (me: Me) => void }): ReactNode {
  const t = useWords(doorWords);
  const { busy, error, enter } = useDoor(onIn);
  return (
    <DoorFrame
      title={t('setup.title')}
      lead={t('setup.lead')}
      error={error}
      onSubmit={({ code = '', email = '', name = '', password = '' }) =>
        enter(() => setUp({ code: code.trim(), email: email.trim(), name, password }))
      }
    >
      <TextField
        label={t('setup.code')}
        hint={t('setup.code.hint')}
        name="code"
        autoComplete="off"
        isRequired
        autoFocus
        input={{ dir: 'ltr' }}
      />
      <NameField />
      <TextField
        label={t('door.email')}
        name="email"
        type="email"
        autoComplete="username"
        isRequired
        input={{ dir: 'ltr' }}
      />
      <NewPassword />
      <Button type="submit" look="main" busy={busy} className="min-h-10">
        {t('setup.go')}
      </Button>
    </DoorFrame>
  );
}

/** `/agent/invitation#secret`: an account for who was invited. The secret stays in the fragment. */
export function Invitation({ onIn }: { onIn: (me: Me) => void }): ReactNode {
  const t = useWords(doorWords);
  const c = useWords(consoleWords);
  const [secret] = useState(() => location.hash.slice(1));
  const { busy, error, enter } = useDoor(onIn);
  const seen = useQuery({ queryKey: ['invitation', secret], queryFn: () => seeInvitation(secret) });
  if (seen.isPending) return <Loading />;
  if (!seen.data) {
    const gone =
      seen.error instanceof ApiError &&
      ['link_spent', 'invalid_request', 'not_found'].includes(seen.error.code);
    if (!gone) return <Failed error={seen.error} onAgain={() => void seen.refetch()} />;
    return (
      <DoorFrame
        title={t('invite.gone')}
        lead={t('invite.gone.text')}
        error={null}
        onSubmit={() => undefined}
      >
        <a href="/agent" className={buttonShape('other')}>
          {t('invite.signIn')}
        </a>
      </DoorFrame>
    );
  }
  const { email, role } = seen.data;
  return (
    <DoorFrame
      title={t('invite.title')}
      lead={t('invite.lead', { role: c(`role.${role}`), email })}
      error={error}
      onSubmit={({ name = '', password = '' }) => enter(() => acceptInvitation(secret, name, password))}
    >
      {/* Not shown: password managers keep the address with the password. */}
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <NameField />
      <NewPassword />
      <Button type="submit" look="main" busy={busy} className="min-h-10">
        {t('invite.go')}
      </Button>
    </DoorFrame>
  );
}
