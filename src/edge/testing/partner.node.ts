import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ApplicationReceipt, SessionReply } from '#src/contract/index.ts';
import type { ClientSettings, Mode } from '#src/contract/partner/index.ts';
import { COUNTRIES } from '#src/countries/registry.gen.ts';
import { blankSettings } from '../partner/client-settings.ts';
import { managePartners, type PartnerManager } from '../partner/manage.ts';
import type { Bed } from './bed.node.ts';
import { idempotent, NOON, photo, submission } from './samples.node.ts';

export const SHOP = 'https://shop.example';

export interface TestPartner {
  readonly id: string;
  readonly client: string;
  readonly key: string;
  readonly keyId: string;
  readonly manage: PartnerManager;
  /** A call of the partner's server. */
  readonly call: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<Response>;
  readonly session: (over?: Record<string, unknown>) => Promise<SessionReply>;
  /** Reads a photo and submits, in the frame of a session. */
  readonly submit: (session: SessionReply, seed?: number) => Promise<ApplicationReceipt>;
}

/** The frame of a session: a request with its token. */
export const inFrame =
  (bed: Bed, token: string) =>
  (method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> =>
    bed.request(path, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body !== undefined && {
          'content-type': body instanceof Uint8Array ? 'image/jpeg' : 'application/json',
        }),
        ...headers,
      },
      ...(body !== undefined && {
        body: body instanceof Uint8Array ? (body as Uint8Array<ArrayBuffer>) : JSON.stringify(body),
      }),
    });

/** A partner with one key and one client, in a bed. */
export async function partnerIn(
  bed: Bed,
  { mode = 'live', settings = {} }: { mode?: Mode; settings?: Partial<ClientSettings> } = {},
): Promise<TestPartner> {
  const clock = { now: () => NOON, sleep: async () => {} };
  const manage = managePartners({ store: bed.store, clock, countries: COUNTRIES });
  const { id } = await manage.create('A shop');
  const key = await manage.addKey(id, mode, 'server');
  const client = await manage.addClient(id, mode, { ...blankSettings('A shop', [SHOP]), ...settings });
  const call = inFrame(bed, key.secret);
  return {
    id,
    client: client.id,
    key: key.secret,
    keyId: key.id,
    manage,
    call,
    session: async (over = {}) => {
      const response = await call('POST', '/api/sessions', { client: client.id, origin: SHOP, ...over });
      if (!response.ok) throw new Error(`Session: ${response.status} ${await response.text()}`);
      return (await response.json()) as SessionReply;
    },
    submit: async ({ token }, seed = 1) => {
      const send = inFrame(bed, token);
      const reading = await send('POST', '/api/readings/my', photo(seed));
      if (!reading.ok) throw new Error(`Reading: ${reading.status} ${await reading.text()}`);
      const { readingId } = (await reading.json()) as { readingId: string };
      const response = await send('POST', '/api/applications', submission(readingId), idempotent());
      if (!response.ok) throw new Error(`Submit: ${response.status} ${await response.text()}`);
      return (await response.json()) as ApplicationReceipt;
    },
  };
}

export interface Received {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Receiver {
  readonly url: string;
  readonly received: Received[];
  /** What it answers from now on; null: never. */
  readonly answer: (status: number | null) => void;
  /** Resolves when the next webhook is there. */
  readonly next: () => Promise<Received>;
  readonly close: () => void;
}

/** A partner's server, as far as webhooks go. */
export async function receiver(): Promise<Receiver> {
  const received: Received[] = [];
  let status: number | null = 200;
  let waiting: ((one: Received) => void)[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const one = {
      headers: request.headers as Record<string, string>,
      body: Buffer.concat(chunks).toString('utf8'),
    };
    received.push(one);
    for (const tell of waiting) tell(one);
    waiting = [];
    if (status !== null) response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    received,
    answer: (next) => {
      status = next;
    },
    next: () => new Promise((resolve) => waiting.push(resolve)),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
