import { type ReactNode, useState } from 'react';
import type { Me } from '#src/contract/agent/index.ts';
import { useWords } from '#src/lib/i18n/index.ts';
import { giveCode, oidcUrl, signIn, signInWithPasskey } from '../api/sign-in.ts';
import { Button } from '../kit/button.tsx';
import { Glyph } from '../kit/glyph.tsx';
import { TextField } from '../kit/text-field.tsx';
import { DoorFrame } from './door-frame.tsx';
import { useDoor } from './use-door.ts';
import { doorWords } from './words.ts';

export interface SignInProps {
  oidc: { readonly name: string } | null;
  onIn: (me: Me) => void;
}

/** Password, passkey, or the organisation's own sign-on; then the code where the account has one. */
export function SignIn({ oidc, onIn }: SignInProps): ReactNode {
  const t = useWords(doorWords);
  const [code, setCode] = useState(false);
  const { busy, error, enter } = useDoor(onIn, () => setCode(true));
  // The organisation's sign-on sends its refusals back here.
  const [refused] = useState(() => new URLSearchParams(location.search).get('refused') === 'oidc');
  if (code) return <Code onIn={onIn} onBack={() => setCode(false)} />;
  return (
    <DoorFrame
      title={t('door.signIn')}
      lead={t('door.lead')}
      error={error ?? (refused ? t('door.error.oidc') : null)}
      onSubmit={({ email = '', password = '' }) => enter(() => signIn({ email, password }))}
      below={
        <div className="mt-4 flex flex-col gap-2">
          <p className="text-center text-quiet">{t('door.or')}</p>
          <Button isDisabled={busy} onPress={() => enter(signInWithPasskey)}>
            <Glyph name="key" />
            {t('door.passkey')}
          </Button>
          {oidc && (
            <Button
              isDisabled={busy}
              onPress={() =>
                enter(async () => {
                  location.assign(await oidcUrl());
                  // The page is on its way to another one.
                  return new Promise(() => undefined);
                })
              }
            >
              <Glyph name="people" />
              {t('door.oidc', { name: oidc.name })}
            </Button>
          )}
        </div>
      }
    >
      <TextField
        label={t('door.email')}
        name="email"
        type="email"
        autoComplete="username webauthn"
        isRequired
        autoFocus
        input={{ dir: 'ltr' }}
      />
      <TextField
        label={t('door.password')}
        name="password"
        type="password"
        autoComplete="current-password"
        isRequired
        input={{ dir: 'ltr' }}
      />
      <Button type="submit" look="main" busy={busy} className="min-h-10">
        {t('door.signIn')}
      </Button>
    </DoorFrame>
  );
}

function Code({ onIn, onBack }: { onIn: (me: Me) => void; onBack: () => void }): ReactNode {
  const t = useWords(doorWords);
  const [kind, setKind] = useState<'app' | 'backup'>('app');
  const { busy, error, enter } = useDoor(onIn);
  return (
    <DoorFrame
      title={t('code.title')}
      error={error}
      onSubmit={({ code = '' }) => enter(() => giveCode({ code: code.replaceAll(' ', ''), kind }))}
      below={
        <div className="mt-3 flex flex-wrap justify-between gap-2">
          <Button look="plain" onPress={onBack}>
            {t('code.back')}
          </Button>
          <Button look="plain" onPress={() => setKind(kind === 'app' ? 'backup' : 'app')}>
            {t(kind === 'app' ? 'code.useBackup' : 'code.useApp')}
          </Button>
        </div>
      }
    >
      <TextField
        key={kind}
        label={t(`code.${kind}`)}
        name="code"
        autoComplete="one-time-code"
        inputMode={kind === 'app' ? 'numeric' : 'text'}
        isRequired
        autoFocus
        input={{ dir: 'ltr', className: 'text-lg tracking-widest' }}
      />
      <Button type="submit" look="main" busy={busy} className="min-h-10">
        {t('code.go')}
      </Button>
    </DoorFrame>
  );
}
