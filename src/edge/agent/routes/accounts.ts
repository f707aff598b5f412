import { base64url } from 'jose';
import {
  type Account,
  accountChange,
  type Invitation,
  type InvitationMade,
  invitationAcceptance,
  invitationLook,
  invitationRequest,
} from '#src/contract/agent/index.ts';
import { readJson } from '../../body.ts';
import { randomBytes, sha256, utf8 } from '../../crypto/bytes.ts';
import { iso } from '../../iso.ts';
import { HttpProblem } from '../../problem.ts';
import type { InvitationRow } from '../../stores/entrances.ts';
import type { Auth } from '../auth/better.ts';
import { invitationMail } from '../auth/invitation-mail.ts';
import { lockSubject } from '../auth/lock.ts';
import { ANYONE, byAgent, type Desk } from '../desk.ts';
import type { Handlers } from '../router.ts';
import { sessionsOf } from './me.ts';
import { empty, json } from './reply.ts';
import { firstSignIn } from './sign-in.ts';

/** An invitation is good for a week: people are on leave. */
const INVITATION_MS = 7 * 24 * 3600 * 1000;

/** Accounts as an admin keeps them. */
export function accountHandlers(desk: Desk): Handlers {
  const { store, clock } = desk.deps;

  const accounts = async (ids?: readonly string[]): Promise<Account[]> => {
    const rows = await store.agents.list(ids);
    const subjects = await Promise.all(rows.map(({ email }) => lockSubject(desk, email)));
    const locks = await store.entrances.lockedUntil(subjects);
    const now = clock.now();
    return rows.map(({ hasPassword: _, ...row }, i) => {
      const until = locks.get(subjects[i] ?? '') ?? 0;
      return { ...row, lockedUntil: until > now ? iso(until) : null };
    });
  };
  const known = async (id: string | undefined): Promise<Account> => {
    const [account] = id ? await accounts([id]) : [];
    if (!account) throw new HttpProblem('not_found');
    return account;
  };

  return {
    'GET /api/agent/accounts': async () => json({ accounts: await accounts() }),

    'PATCH /api/agent/accounts/:id': async (c) => {
      const change = await readJson(c.req.raw, accountChange);
      const id = c.req.param('id') ?? '';
      const detail = {
        account: id,
        ...(change.role !== undefined && { role: change.role }),
        ...(change.disabled !== undefined && { disabled: change.disabled }),
      };
      await desk.recorded('account.changed', byAgent(c.var.agent.id), async ({ agents }) => {
        const outcome = await agents.change(id, change, clock.now());
        if (outcome === null) throw new HttpProblem('not_found');
        if (outcome === 'last') throw new HttpProblem('last_admin');
        return [outcome, detail];
      });
      return json(await known(id));
    },

    'POST /api/agent/accounts/:id/unlock': async (c) => {
      const { id, email } = await known(c.req.param('id'));
      const subject = await lockSubject(desk, email);
      await desk.recorded('account.unlocked', byAgent(c.var.agent.id), async ({ entrances }) => [
        await entrances.forgive(subject),
        { account: id },
      ]);
      return empty();
    },

    'GET /api/agent/accounts/:id/sessions': async (c) =>
      json(await sessionsOf(desk, (await known(c.req.param('id'))).id)),

    'DELETE /api/agent/accounts/:id/sessions': async (c) => {
      const { id } = await known(c.req.param('id'));
      await desk.recorded('account.sessions_ended', byAgent(c.var.agent.id), async ({ agents }) => {
        const sessions = await agents.endSessions(id, null);
        return [sessions, { account: id, sessions }];
      });
      return empty();
    },
  };
}

/** Invitations: made by an admin, accepted by whoever holds the link. */
export function invitationHandlers(desk: Desk, auth: Auth): Handlers {
  const { store, clock, settings, mailer } = desk.deps;

  const shown = (row: InvitationRow): Invitation => ({
    id: row.id,
    email: row.email,
    role: row.role,
    invitedBy: row.invited_by,
    createdAt: iso(row.created_at),
    expiresAt: iso(row.expires_at),
  });
  /** The link works without the mail: the admin has it on the screen. */
  const sent = async (id: string, email: string, link: string): Promise<boolean> => {
    if (!mailer) return false;
    try {
      return (await mailer.send(invitationMail(id, email, link))) === 'sent';
    } catch (error) {
      desk.deps.log.error(
        { error: error instanceof Error ? error.name : 'unknown' },
        'an invitation could not be mailed',
      );
      return false;
    }
  };

  return {
    'GET /api/agent/invitations': async () => {
      const rows = await store.entrances.invitations(clock.now());
      return json({ invitations: rows.map(shown) });
    },

    'POST /api/agent/invitations': async (c) => {
      const given = await readJson(c.req.raw, invitationRequest);
      const email = given.email.toLowerCase();
      if (await store.agents.byEmail(email)) throw new HttpProblem('email_taken');
      const secret = base64url.encode(randomBytes(32));
      const now = clock.now();
      const row: InvitationRow = {
        id: crypto.randomUUID(),
        email,
        role: given.role,
        secret_hash: await sha256(utf8(secret)),
        invited_by: c.var.agent.name,
        created_at: now,
        expires_at: now + INVITATION_MS,
        used_at: null,
      };
      await desk.recorded('invitation.made', byAgent(c.var.agent.id), async ({ entrances }) => [
        await entrances.invite(row),
        { invitation: row.id, role: row.role },
      ]);
      const link = `${settings.publicUrl}/agent/invitation#${secret}`;
      const reply: InvitationMade = { invitation: shown(row), link, mailed: await sent(row.id, email, link) };
      return json(reply, 201);
    },

    'DELETE /api/agent/invitations/:id': async (c) => {
      const id = c.req.param('id') ?? '';
      await desk.recorded('invitation.withdrawn', byAgent(c.var.agent.id), async ({ entrances }) => {
        if (!(await entrances.withdraw(id))) throw new HttpProblem('not_found');
        return [true, { invitation: id }];
      });
      return empty();
    },

    'POST /api/agent/invitations/look': async (c) => {
      const { secret } = await readJson(c.req.raw, invitationLook);
      const row = await store.entrances.invitation(await sha256(utf8(secret)), clock.now());
      if (!row) throw new HttpProblem('link_spent');
      return json({ email: row.email, role: row.role, expiresAt: iso(row.expires_at) });
    },

    'POST /api/agent/invitations/accept': async (c) => {
      const { secret, name, password } = await readJson(c.req.raw, invitationAcceptance);
      const secretHash = await sha256(utf8(secret));
      // Hashing a password is dear: not for whoever has no link.
      if (!(await store.entrances.invitation(secretHash, clock.now()))) throw new HttpProblem('link_spent');
      const passwordHash = await auth.hash(password);
      const made = await desk.recorded('account.created', ANYONE, async ({ agents }) => {
        const agent = await agents.invited(secretHash, { name, passwordHash, now: clock.now() });
        if (agent === null) throw new HttpProblem('link_spent');
        if (agent === 'taken') throw new HttpProblem('email_taken');
        return [agent, { account: agent.id, role: agent.role, by: 'invitation' }];
      });
      return firstSignIn(desk, auth, c.req.raw, made.email, password);
    },
  };
}
