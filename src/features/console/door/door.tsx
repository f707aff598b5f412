import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Me } from '#src/contract/agent/index.ts';
import { getEntrance, getMe } from '../api/me.ts';
import { Failed, Loading } from '../frame/states.tsx';
import { MeContext, meKey, useSetMe } from '../session.ts';
import { Invitation, Setup } from './new-account.tsx';
import { SignIn } from './sign-in.tsx';

const INVITATION = '/agent/invitation';

/** Lets in who is signed in, and asks everyone else to be. The address stays: one lands where one wanted to. */
export function Door({ children }: { children: ReactNode }): ReactNode {
  const setMe = useSetMe();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: meKey,
    queryFn: ({ signal }) => getMe(signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const enter = (me: Me): void => {
    if (location.pathname === INVITATION) history.replaceState(null, '', '/agent');
    setMe(me);
  };
  if (location.pathname === INVITATION && !data) return <Invitation onIn={enter} />;
  if (isPending) return <Loading />;
  if (error)
    return (
      <div className="k-console p-6">
        <Failed error={error} onAgain={() => void refetch()} />
      </div>
    );
  if (data) return <MeContext value={data}>{children}</MeContext>;
  return <Outside onIn={enter} />;
}

function Outside({ onIn }: { onIn: (me: Me) => void }): ReactNode {
  const { data, error, refetch } = useQuery({
    queryKey: ['entrance'],
    queryFn: ({ signal }) => getEntrance(signal),
    gcTime: 0,
  });
  if (error)
    return (
      <div className="k-console p-6">
        <Failed error={error} onAgain={() => void refetch()} />
      </div>
    );
  if (!data) return <Loading />;
  return data.setup ? <Setup onIn={onIn} /> : <SignIn oidc={data.oidc} onIn={onIn} />;
}
