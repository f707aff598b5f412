import type { Role } from '#src/contract/agent/index.ts';
import type { ApplicationReceipt } from '#src/contract/index.ts';
import type { Operation } from '#src/edge/openapi/operation.ts';
import { ADMIN, agentOf, PASSWORD, signIn, type TestAgent } from '#src/edge/testing/agents.node.ts';
import { type Bed, client } from '#src/edge/testing/bed.node.ts';
import { partnerIn } from '#src/edge/testing/partner.node.ts';
import { idempotent, photo, submission } from '#src/edge/testing/samples.node.ts';
import type { Seen } from './fuzz-seen.ts';
import { chance, pick } from './wild.ts';

const ORIGIN = 'http://localhost:8080';
const ROLES: readonly Role[] = ['agent', 'supervisor', 'admin'];

const cookieOf = ({ cookies }: TestAgent): string =>
  [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');

/** Those who may: a customer, a partner, and agents of each role. What they do to themselves is mended. */
export class Callers {
  readonly #bed: Bed;
  readonly #seen: Seen;
  #token = '';
  #key = '';
  readonly #agents = new Map<Role, TestAgent>();

  constructor(bed: Bed, seen: Seen) {
    this.#bed = bed;
    this.#seen = seen;
  }

  /** A new customer and a new partner. */
  async renew(): Promise<void> {
    await this.#customer();
    await this.#partner();
  }

  /** Agents who are signed out, shut out or of another role come in again. */
  async comeBack(): Promise<void> {
    for (const role of ROLES) {
      const me = await this.#agents.get(role)?.send('GET', '/api/agent/me');
      const same = me?.ok && ((await me.json()) as { role: Role }).role === role;
      if (!same) this.#agents.set(role, await this.#agent(role));
    }
  }

  /** Headers of whoever may call a route; a console's route is called by agents who may not, too. */
  headers(auth: Operation['auth']): Record<string, string> {
    const token = { authorization: `Bearer ${this.#token}` };
    switch (auth) {
      case 'token':
        return token;
      case 'partner':
        return { authorization: `Bearer ${this.#key}` };
      case 'none':
        return { ...(chance(0.5) && token), origin: ORIGIN };
      case 'agent': {
        const agent = this.#agents.get(chance(0.6) ? 'admin' : pick(ROLES));
        return { cookie: agent ? cookieOf(agent) : '', origin: ORIGIN };
      }
    }
  }

  /** Half of them have submitted already. */
  async #customer(): Promise<void> {
    const { session, read, send } = await client(this.#bed);
    this.#token = session.token;
    const reading = await read(photo(Math.floor(Math.random() * 1e9), { bytes: 400 })).catch(() => null);
    if (reading?.outcome !== 'read' || chance(0.5)) return;
    const made = await send('POST', '/api/applications', submission(reading.readingId), idempotent());
    this.#seen.keep('applications', ((await made.json()) as ApplicationReceipt).id);
  }

  /** With an application of one of its own customers, unless that one's photo was not read. */
  async #partner(): Promise<void> {
    const partner = await partnerIn(this.#bed, { mode: pick(['live', 'test'] as const) });
    this.#key = partner.key;
    this.#seen.keep('partners', partner.id);
    this.#seen.keep('clients', partner.client);
    this.#seen.keep('embed', partner.client);
    const made = await partner.submit(await partner.session()).catch(() => null);
    if (made) this.#seen.keep('applications', made.id);
  }

  /** By invitation of the admin of the settings, whom somebody may have shut out meanwhile. */
  async #agent(role: Role): Promise<TestAgent> {
    const { store } = this.#bed;
    const known = await store.agents.byEmail(ADMIN.email);
    if (known) await store.agents.change(known.id, { role: 'admin', disabled: false }, Date.now());
    const admin = await signIn(this.#bed, ADMIN.email, PASSWORD);
    return agentOf(this.#bed, admin, role);
  }
}
