import {
  invitationSeen,
  oidcStart,
  passkeyOptions,
  type SetupRequest,
  type SignedIn,
  type SignInRequest,
  signedIn,
  type TotpRequest,
} from '#src/contract/agent/index.ts';
import { call, parsed } from '#src/lib/api/client.ts';
import { askPasskey } from './passkey.ts';

const post = (path: string, json: unknown): Promise<unknown> =>
  call(`/api/agent/${path}`, { method: 'POST', json });
const enter = async (path: string, json: unknown): Promise<SignedIn> =>
  parsed(signedIn, await post(path, json));

/** The first admin; the code stands in the server's log. */
export const setUp = (request: SetupRequest): Promise<SignedIn> => enter('setup', request);

export const signIn = (request: SignInRequest): Promise<SignedIn> => enter('sign-in', request);

/** The second step of a sign-in. */
export const giveCode = (request: TotpRequest): Promise<SignedIn> => enter('sign-in/totp', request);

/** Asks the browser for a passkey and signs in with it. @throws DOMException where the person called it off. */
export async function signInWithPasskey(): Promise<SignedIn> {
  const options = parsed(passkeyOptions, await post('sign-in/passkey/options', {}));
  return enter('sign-in/passkey', { credential: await askPasskey(options) });
}

/** Where the organisation's own sign-on is. */
export const oidcUrl = async (): Promise<string> => parsed(oidcStart, await post('sign-in/oidc', {})).url;

export const seeInvitation = async (secret: string) =>
  parsed(invitationSeen, await post('invitations/look', { secret }));

export const acceptInvitation = (secret: string, name: string, password: string): Promise<SignedIn> =>
  enter('invitations/accept', { secret, name, password });
