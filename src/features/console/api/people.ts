import {
  type Account,
  type AccountChange,
  account,
  accountList,
  type InvitationMade,
  type InvitationRequest,
  invitationList,
  invitationMade,
} from '#src/contract/agent/index.ts';
import { call, parsed } from '#src/lib/api/client.ts';

const path = (id: string, rest = ''): string => `/api/agent/accounts/${encodeURIComponent(id)}${rest}`;

export const getAccounts = async (signal?: AbortSignal) =>
  parsed(accountList, await call('/api/agent/accounts', { signal })).accounts;
export const changeAccount = async (id: string, change: AccountChange): Promise<Account> =>
  parsed(account, await call(path(id), { method: 'PATCH', json: change }));
export const unlockAccount = async (id: string): Promise<void> =>
  void (await call(path(id, '/unlock'), { method: 'POST', json: {} }));
export const endSessionsOf = async (id: string): Promise<void> =>
  void (await call(path(id, '/sessions'), { method: 'DELETE' }));

export const getInvitations = async (signal?: AbortSignal) =>
  parsed(invitationList, await call('/api/agent/invitations', { signal })).invitations;
export const invite = async (request: InvitationRequest): Promise<InvitationMade> =>
  parsed(invitationMade, await call('/api/agent/invitations', { method: 'POST', json: request }));
export const withdrawInvitation = async (id: string): Promise<void> =>
  void (await call(`/api/agent/invitations/${encodeURIComponent(id)}`, { method: 'DELETE' }));
