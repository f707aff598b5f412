import type { Me, SignedIn } from '#src/contract/agent/index.ts';
import { HttpProblem } from '../../problem.ts';
import type { Desk } from '../desk.ts';

/** Hands the cookies of one response to another. */
export function passCookies(from: Response, to: Response): Response {
  for (const cookie of from.headers.getSetCookie()) to.headers.append('set-cookie', cookie);
  return to;
}

/** Who an account is, to itself. */
export async function meOf({ deps }: Desk, id: string, sessionId: string): Promise<Me> {
  const [agent] = await deps.store.agents.list([id]);
  if (!agent) throw new HttpProblem('unauthorized');
  const { email, name, role, totp, hasPassword, passkeys } = agent;
  return { id, email, name, role, totp, hasPassword, passkeys, sessionId };
}

const noStore = { 'cache-control': 'no-store' };

export const done = (me: Me, status = 200): Response =>
  Response.json({ next: 'done', me } satisfies SignedIn, { status, headers: noStore });

export const empty = (): Response => new Response(null, { status: 204, headers: noStore });

export const json = (body: unknown, status = 200): Response =>
  Response.json(body, { status, headers: noStore });
