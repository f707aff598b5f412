import type * as z from 'zod/mini';
import {
  passkeyRegistration,
  passwordAgain,
  passwordChange,
  type sessionList,
  type TotpSetup,
  totpConfirm,
} from '#src/contract/agent/index.ts';
import type { ProblemCode } from '#src/contract/index.ts';
import { readJson } from '../../body.ts';
import { HttpProblem } from '../../problem.ts';
import type { Auth } from '../auth/better.ts';
import { deviceName } from '../auth/device.ts';
import { guarded } from '../auth/lock.ts';
import { byAgent, type Desk } from '../desk.ts';
import type { Handler, Handlers } from '../router.ts';
import { empty, json, meOf, passCookies } from './reply.ts';

interface StoredPasskey {
  readonly id: string;
  readonly name?: string | null;
  readonly createdAt: string;
}

/** The browsers in which an account is signed in. */
export async function sessionsOf({ deps }: Desk, id: string): Promise<z.infer<typeof sessionList>> {
  const rows = await deps.store.agents.sessions(id, Date.now());
  return { sessions: rows.map(({ userAgent, ...row }) => ({ ...row, device: deviceName(userAgent) })) };
}

/** An agent's own account. */
export function meHandlers(desk: Desk, auth: Auth): Handlers {
  type Call = Parameters<Handler>[0];

  /**
   * Changes how the account is secured and writes that into the audit, both or neither. @throws HttpProblem refused.
   */
  const secure = (c: Call, what: string, refused: ProblemCode, path: string, body: object) =>
    desk.recorded('account.secured', byAgent(c.var.agent.id), async (stores) => {
      const response = await auth.call(path, c.req.raw, { body, stores });
      if (!response.ok) throw new HttpProblem(refused);
      return [response, { what }];
    });
  /** Calls what asks for a secret again; wrong ones count like those at the door. @throws HttpProblem wrong. */
  const withSecret = async (
    c: Call,
    wrong: ProblemCode,
    act: (refused: ProblemCode) => Promise<Response>,
  ): Promise<Response> => {
    const response = await guarded(desk, c.var.agent.email, () =>
      act(wrong).then(
        (right) => ({ right }),
        (error: unknown) => {
          if (error instanceof HttpProblem && error.code === wrong) return null;
          throw error;
        },
      ),
    );
    if (!response) throw new HttpProblem(wrong);
    return response;
  };
  const passkeys = async (c: Call) => {
    const response = await auth.call('/passkey/list-user-passkeys', c.req.raw, { method: 'GET' });
    const stored = (await response.json()) as StoredPasskey[];
    return {
      passkeys: stored.map(({ id, name, createdAt }) => ({ id, name: name ?? '', createdAt })),
    };
  };

  return {
    'GET /api/agent/me': async (c) => json(await meOf(desk, c.var.agent.id, c.var.agent.sessionId)),

    'PUT /api/agent/me/password': async (c) => {
      const { current, next } = await readJson(c.req.raw, passwordChange);
      const body = { currentPassword: current, newPassword: next, revokeOtherSessions: true };
      const response = await withSecret(c, 'credentials_wrong', (wrong) =>
        secure(c, 'password', wrong, '/change-password', body),
      );
      return passCookies(response, empty());
    },

    'POST /api/agent/me/totp': async (c) => {
      const { password } = await readJson(c.req.raw, passwordAgain);
      const response = await withSecret(c, 'credentials_wrong', async (wrong) => {
        const body = { password, method: 'totp' };
        const begun = await auth.call('/two-factor/enable', c.req.raw, { body });
        if (!begun.ok) throw new HttpProblem(wrong);
        return begun;
      });
      const { totpURI, backupCodes } = (await response.clone().json()) as {
        totpURI: string;
        backupCodes: string[];
      };
      return passCookies(response, json({ uri: totpURI, backupCodes } satisfies TotpSetup));
    },

    'POST /api/agent/me/totp/confirm': async (c) => {
      const { code } = await readJson(c.req.raw, totpConfirm);
      const response = await withSecret(c, 'code_wrong', (wrong) =>
        secure(c, 'totp', wrong, '/two-factor/verify-totp', { code: code.trim() }),
      );
      return passCookies(response, empty());
    },

    'POST /api/agent/me/totp/remove': async (c) => {
      const { password } = await readJson(c.req.raw, passwordAgain);
      const response = await withSecret(c, 'credentials_wrong', (wrong) =>
        secure(c, 'totp_removed', wrong, '/two-factor/disable', { password }),
      );
      return passCookies(response, empty());
    },

    'GET /api/agent/me/passkeys': async (c) => json(await passkeys(c)),

    'POST /api/agent/me/passkeys/options': async (c) => {
      const response = await auth.call('/passkey/generate-register-options', c.req.raw, { method: 'GET' });
      if (!response.ok) throw new HttpProblem('passkey_refused');
      return passCookies(response, json(await response.clone().json()));
    },

    'POST /api/agent/me/passkeys': async (c) => {
      const { name, credential } = await readJson(c.req.raw, passkeyRegistration);
      const body = { response: credential, name };
      const response = await secure(c, 'passkey', 'passkey_refused', '/passkey/verify-registration', body);
      return passCookies(response, json(await passkeys(c), 201));
    },

    'DELETE /api/agent/me/passkeys/:id': async (c) => {
      const body = { id: c.req.param('id') };
      await secure(c, 'passkey_removed', 'not_found', '/passkey/delete-passkey', body);
      return empty();
    },

    'GET /api/agent/me/sessions': async (c) => json(await sessionsOf(desk, c.var.agent.id)),

    'DELETE /api/agent/me/sessions/:id': async (c) => {
      const { id } = c.var.agent;
      const session = c.req.param('id') ?? '';
      await desk.recorded('account.sessions_ended', byAgent(id), async ({ agents }) => {
        const sessions = await agents.endSession(id, session);
        if (sessions === 0) throw new HttpProblem('not_found');
        return [sessions, { account: id, sessions }];
      });
      return empty();
    },

    'DELETE /api/agent/me/sessions': async (c) => {
      const { id, sessionId } = c.var.agent;
      await desk.recorded('account.sessions_ended', byAgent(id), async ({ agents }) => {
        const sessions = await agents.endSessions(id, sessionId);
        return [sessions, { account: id, sessions }];
      });
      return empty();
    },
  };
}
