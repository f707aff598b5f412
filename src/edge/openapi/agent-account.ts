import * as agent from '#src/contract/agent/index.ts';
import { inPath, json, named, type Operation } from './operation.ts';

type Rest = Omit<Operation, 'method' | 'path' | 'summary' | 'tag' | 'auth'>;

/** One operation of the console under one of its headings. */
export const operationsOf =
  (tag: string) =>
  (
    method: Operation['method'],
    path: string,
    summary: string,
    { auth = 'agent', ...rest }: Rest & { readonly auth?: Operation['auth'] },
  ): Operation => ({ method, path: `/api/agent${path}`, summary, tag, auth, ...rest });

/** What every change may come to: not as described, too large, another origin. */
export const CHANGE = [400, 401, 403, 413] as const;

const anyone = { auth: 'none' } as const;
const door = operationsOf('Console: sign-in');
const own = operationsOf('Console: own account');
const people = operationsOf('Console: accounts');
const signedIn = named('SignedIn', agent.signedIn);
const passkeys = named('Passkeys', agent.passkeyList);
const sessions = named('AgentSessions', agent.sessionList);
const ofOne = { parameters: [inPath('id')] };

export const AGENT_ACCOUNT: readonly Operation[] = [
  door('get', '/entrance', 'What the first screen is to be', {
    ...anyone,
    replies: { 200: agent.entrance },
    problems: [],
  }),
  door('post', '/setup', 'The first admin, for who has the code from the log', {
    ...anyone,
    request: json(agent.setupRequest),
    replies: { 201: signedIn },
    problems: [400, 403, 409, 413],
  }),
  door('post', '/sign-in', 'By e-mail and password', {
    ...anyone,
    request: json(agent.signInRequest),
    replies: { 200: signedIn },
    problems: [...CHANGE],
  }),
  door('post', '/sign-in/totp', 'The code of the authenticator app, after the password', {
    ...anyone,
    request: json(agent.totpRequest),
    replies: { 200: signedIn },
    problems: [...CHANGE],
  }),
  door('post', '/sign-in/passkey/options', 'What a passkey is asked', {
    ...anyone,
    bodyOptional: true,
    replies: { 200: agent.passkeyOptions },
    problems: [403],
  }),
  door('post', '/sign-in/passkey', 'By passkey', {
    ...anyone,
    request: json(agent.passkeySignIn),
    replies: { 200: signedIn },
    problems: [...CHANGE],
  }),
  door('post', '/sign-in/oidc', 'Where the organisation’s sign-on begins', {
    ...anyone,
    bodyOptional: true,
    replies: { 200: agent.oidcStart },
    problems: [403, 404, 502],
  }),
  door('post', '/sign-out', 'End this session', {
    bodyOptional: true,
    replies: { 204: null },
    problems: [401, 403],
  }),
  door('post', '/invitations/look', 'Whom an invitation is for', {
    ...anyone,
    request: json(agent.invitationLook),
    replies: { 200: agent.invitationSeen },
    problems: [400, 403, 410, 413],
  }),
  door('post', '/invitations/accept', 'Make the account of an invitation', {
    ...anyone,
    request: json(agent.invitationAcceptance),
    replies: { 201: signedIn },
    problems: [...CHANGE, 409, 410],
  }),
  own('get', '/me', 'Who is signed in', { replies: { 200: named('Me', agent.me) }, problems: [401] }),
  own('put', '/me/password', 'Another password; all other sessions end', {
    request: json(agent.passwordChange),
    replies: { 204: null },
    problems: [...CHANGE],
  }),
  own('post', '/me/totp', 'Begin with an authenticator app', {
    request: json(agent.passwordAgain),
    replies: { 200: agent.totpSetup },
    problems: [...CHANGE],
  }),
  own('post', '/me/totp/confirm', 'From now on its code is asked for', {
    request: json(agent.totpConfirm),
    replies: { 204: null },
    problems: [...CHANGE],
  }),
  own('post', '/me/totp/remove', 'No authenticator app any more', {
    request: json(agent.passwordAgain),
    replies: { 204: null },
    problems: [...CHANGE],
  }),
  own('get', '/me/passkeys', 'Own passkeys', { replies: { 200: passkeys }, problems: [401] }),
  own('post', '/me/passkeys/options', 'What a new passkey is made of', {
    bodyOptional: true,
    replies: { 200: agent.passkeyOptions },
    problems: [401, 403],
  }),
  own('post', '/me/passkeys', 'Keep a new passkey', {
    request: json(agent.passkeyRegistration),
    replies: { 201: passkeys },
    problems: [...CHANGE],
  }),
  own('delete', '/me/passkeys/{id}', 'Forget a passkey', {
    ...ofOne,
    replies: { 204: null },
    problems: [401, 403, 404],
  }),
  own('get', '/me/sessions', 'Browsers that are signed in', { replies: { 200: sessions }, problems: [401] }),
  own('delete', '/me/sessions', 'End all other sessions', { replies: { 204: null }, problems: [401, 403] }),
  own('delete', '/me/sessions/{id}', 'End a session', {
    ...ofOne,
    replies: { 204: null },
    problems: [401, 403, 404],
  }),
  people('get', '/accounts', 'All accounts', {
    replies: { 200: agent.accountList },
    problems: [401, 403],
  }),
  people('patch', '/accounts/{id}', 'Another role, or shut out', {
    ...ofOne,
    request: json(agent.accountChange),
    replies: { 200: named('Account', agent.account) },
    problems: [...CHANGE, 404, 409],
  }),
  people('post', '/accounts/{id}/unlock', 'Forget failed sign-ins', {
    ...ofOne,
    bodyOptional: true,
    replies: { 204: null },
    problems: [401, 403, 404],
  }),
  people('get', '/accounts/{id}/sessions', 'Sessions of an account', {
    ...ofOne,
    replies: { 200: sessions },
    problems: [401, 403, 404],
  }),
  people('delete', '/accounts/{id}/sessions', 'End all sessions of an account', {
    ...ofOne,
    replies: { 204: null },
    problems: [401, 403, 404],
  }),
  people('get', '/invitations', 'Open invitations', {
    replies: { 200: agent.invitationList },
    problems: [401, 403],
  }),
  people('post', '/invitations', 'Invite somebody; the link is shown this once', {
    request: json(agent.invitationRequest),
    replies: { 201: agent.invitationMade },
    problems: [...CHANGE, 409],
  }),
  people('delete', '/invitations/{id}', 'Take an invitation back', {
    ...ofOne,
    replies: { 204: null },
    problems: [401, 403, 404],
  }),
];
