import {
  type PasswordChange,
  passkeyList,
  passkeyOptions,
  sessionList,
  type TotpSetup,
  totpSetup,
} from '#src/contract/agent/index.ts';
import { call, parsed } from '#src/lib/api/client.ts';
import { makePasskey } from './passkey.ts';

const ME = '/api/agent/me';
const post = (path: string, json: unknown): Promise<unknown> =>
  call(`${ME}/${path}`, { method: 'POST', json });
const remove = async (path: string): Promise<void> => {
  await call(`${ME}/${path}`, { method: 'DELETE' });
};

export const changePassword = async (change: PasswordChange): Promise<void> => {
  await call(`${ME}/password`, { method: 'PUT', json: change });
};

export const beginTotp = async (password: string): Promise<TotpSetup> =>
  parsed(totpSetup, await post('totp', { password }));
export const confirmTotp = async (code: string): Promise<void> => void (await post('totp/confirm', { code }));
export const removeTotp = async (password: string): Promise<void> =>
  void (await post('totp/remove', { password }));

export const getPasskeys = async (signal?: AbortSignal) =>
  parsed(passkeyList, await call(`${ME}/passkeys`, { signal })).passkeys;
export async function addPasskey(name: string): Promise<void> {
  const options = parsed(passkeyOptions, await post('passkeys/options', {}));
  await post('passkeys', { name, credential: await makePasskey(options) });
}
export const removePasskey = (id: string): Promise<void> => remove(`passkeys/${encodeURIComponent(id)}`);

export const getSessions = async (signal?: AbortSignal) =>
  parsed(sessionList, await call(`${ME}/sessions`, { signal })).sessions;
export const endSession = (id: string): Promise<void> => remove(`sessions/${encodeURIComponent(id)}`);
export const endOtherSessions = (): Promise<void> => remove('sessions');
