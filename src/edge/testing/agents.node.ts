import type { Invitation, InvitationMade, Me, Role, SignedIn } from '#src/contract/agent/index.ts';
import type { Bed } from './bed.node.ts';

export const PASSWORD = 'a long pass phrase of the tests';
export const ADMIN = { email: 'admin@kenal.example', password: PASSWORD };
/** Settings of a bed with that admin. */
export const WITH_ADMIN = {
  agents: { admin: ADMIN, oidc: null, slaMs: 4 * 3600 * 1000, price: { amount: 0.05, currency: 'USD' } },
};
const ORIGIN = 'http://localhost:8080';

/** A browser at the console: it keeps cookies, and sends its origin. */
export interface AgentBrowser {
  readonly send: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<Response>;
  /** As `send`, and its JSON; throws with the problem if it is no success. */
  readonly get: <T>(method: string, path: string, body?: unknown) => Promise<T>;
  readonly cookies: Map<string, string>;
}

export function agentBrowser(bed: Pick<Bed, 'request'>): AgentBrowser {
  const cookies = new Map<string, string>();
  const send: AgentBrowser['send'] = async (method, path, body, headers = {}) => {
    const bytes = body instanceof Uint8Array;
    const response = await bed.request(path, {
      method,
      headers: {
        ...(cookies.size > 0 && {
          cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        }),
        ...(method !== 'GET' && { origin: ORIGIN }),
        ...(body !== undefined && { 'content-type': bytes ? 'image/jpeg' : 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: bytes ? (body as Uint8Array<ArrayBuffer>) : JSON.stringify(body) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0/i.test(line) || value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  };
  return {
    send,
    cookies,
    get: async <T>(method: string, path: string, body?: unknown) => {
      const response = await send(method, path, body);
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
      return (await response.json()) as T;
    },
  };
}

export interface TestAgent extends AgentBrowser {
  readonly me: Me;
}

const meIn = (reply: SignedIn): Me => {
  if (reply.next !== 'done') throw new Error('A code is asked for');
  return reply.me;
};

/** Signs in at a bed that was made with `WITH_ADMIN`. */
export async function signIn(
  bed: Pick<Bed, 'request'>,
  email = ADMIN.email,
  password = PASSWORD,
): Promise<TestAgent> {
  const browser = agentBrowser(bed);
  const reply = await browser.get<SignedIn>('POST', '/api/agent/sign-in', { email, password });
  return { ...browser, me: meIn(reply) };
}

let invited = 0;

/** An agent whom the admin has invited, signed in. */
export async function agentOf(bed: Pick<Bed, 'request'>, admin: TestAgent, role: Role): Promise<TestAgent> {
  const email = `${role}-${++invited}@kenal.example`;
  const made = await admin.get<InvitationMade & { invitation: Invitation }>(
    'POST',
    '/api/agent/invitations',
    {
      email,
      role,
    },
  );
  const browser = agentBrowser(bed);
  const reply = await browser.get<SignedIn>('POST', '/api/agent/invitations/accept', {
    secret: made.link.split('#')[1],
    name: `${role} ${invited}`,
    password: PASSWORD,
  });
  return { ...browser, me: meIn(reply) };
}
