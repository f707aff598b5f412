import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { page, script } from './pages.ts';

/** Pages that go wrong on purpose, beside those that work. */
export type PageName =
  | 'plain'
  | 'coep'
  | 'module'
  | 'element'
  | 'react'
  | 'modal'
  | 'camera-off'
  | 'boxed'
  | 'outer'
  | 'outer-no-allow'
  | 'outer-silent';

export interface SiteOptions {
  /** Where Kenal answers, as the browser sees it. */
  readonly kenal: string;
  /** The same for this process: names under `.localhost` are the browser's own. */
  readonly kenalInside: string;
  readonly host: string;
}

export interface Partner {
  readonly client: string;
  readonly secretKey: string;
}

export interface Received {
  readonly id: string;
  readonly type: string;
  readonly data: { readonly application: { readonly id: string } | null; readonly reference: string | null };
}

/** A partner's site: its pages under a strict policy, its token route, its receiver of webhooks. */
export interface PartnerSite {
  readonly origin: string;
  readonly url: (page: PageName, query?: Readonly<Record<string, string>>) => string;
  /** Who this site is at Kenal; known once its origin is. */
  readonly become: (partner: Partner) => Promise<void>;
  /** Webhooks whose signature was right. */
  readonly received: readonly Received[];
  readonly refused: number;
  /** While true, the receiver answers 503. */
  down: boolean;
  /** The page that `outer` holds. */
  inner: string;
  /** A token of this partner, made for a page. */
  readonly makeToken: (origin?: string) => Promise<string>;
  /** Kenal's partner API with this site's key. */
  readonly api: (path: string, init?: RequestInit) => Promise<Response>;
  readonly close: () => Promise<void>;
}

const HEADERS: Partial<Record<PageName, Record<string, string>>> = {
  coep: { 'cross-origin-embedder-policy': 'require-corp', 'cross-origin-opener-policy': 'same-origin' },
  'camera-off': { 'permissions-policy': 'camera=()' },
};

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

export async function partnerSite({ kenal, kenalInside, host }: SiteOptions): Promise<PartnerSite> {
  const server: Server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const origin = `http://${host}:${port}`;
  let partner: Partner = { client: '', secretKey: '' };
  let secret = '';
  const received: Received[] = [];
  let refused = 0;
  /** Sessions of this site by its own reference: a reload goes on with the same. */
  const sessions = new Map<string, string>();

  const api: PartnerSite['api'] = (path, init = {}) =>
    fetch(`${kenalInside}${path}`, {
      ...init,
      headers: {
        authorization: `Bearer ${partner.secretKey}`,
        'content-type': 'application/json',
        ...(init.headers as Record<string, string>),
      },
    });

  const makeToken = async (page = origin, reference?: string): Promise<string> => {
    const known = reference && sessions.get(reference);
    const response = await api('/api/sessions', {
      method: 'POST',
      body: JSON.stringify({
        client: partner.client,
        origin: page,
        ...(reference && { reference }),
        ...(known && { session: known }),
      }),
    });
    const reply = (await response.json()) as { token?: string; sessionId: string };
    if (!response.ok || !reply.token)
      throw new Error(`no token: ${response.status} ${JSON.stringify(reply)}`);
    if (reference) sessions.set(reference, reply.sessionId);
    return reply.token;
  };

  const webhook = async (request: IncomingMessage): Promise<number> => {
    const body = await bodyOf(request);
    if (site.down) return 503;
    try {
      const payload = new Webhook(secret).verify(body, request.headers as Record<string, string>);
      received.push({ id: String(request.headers['webhook-id']), ...(payload as Omit<Received, 'id'>) });
      return 204;
    } catch {
      refused++;
      return 400;
    }
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', origin);
    if (url.pathname === '/webhooks') return void response.writeHead(await webhook(request)).end();
    if (url.pathname === '/token' && request.method === 'POST') {
      const token = await makeToken(origin, url.searchParams.get('reference') ?? undefined);
      return void response.writeHead(200, { 'content-type': 'text/plain' }).end(token);
    }
    const name = url.pathname.slice(1).replace(/\.js$/, '') as PageName;
    const context = { kenal, client: partner.client, inner: site.inner, query: url.search };
    if (url.pathname.endsWith('.js')) {
      const code = await script(name, context);
      return void response.writeHead(200, { 'content-type': 'text/javascript' }).end(code);
    }
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': [
        "default-src 'none'",
        `script-src 'self' ${kenal}`,
        `frame-src ${kenal} ${site.inner ? new URL(site.inner).origin : ''}`,
        "connect-src 'self'",
        "base-uri 'none'",
      ].join('; '),
      ...HEADERS[name],
    });
    response.end(page(name, context));
  };
  server.on('request', (request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500);
      response.end(String(error));
    });
  });

  const site: PartnerSite = {
    origin,
    url: (name, query = {}) => `${origin}/${name}?${new URLSearchParams(query)}`,
    become: async (known) => {
      partner = known;
      const made = await api('/api/partner/webhooks', {
        method: 'POST',
        body: JSON.stringify({ url: `http://127.0.0.1:${port}/webhooks` }),
      });
      const reply = (await made.json()) as { secret?: string };
      if (!reply.secret) throw new Error(`no endpoint: ${made.status} ${JSON.stringify(reply)}`);
      secret = reply.secret;
    },
    received,
    get refused() {
      return refused;
    },
    down: false,
    inner: '',
    makeToken,
    api,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return site;
}
