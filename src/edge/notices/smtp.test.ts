import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import type { ApplicationReceipt, EventType, Locale } from '#src/contract/index.ts';
import type { EventListener } from '../deps.ts';
import { type Bed, bedsOf, client, sqliteStores } from '../testing/bed.node.ts';
import { HOUR, idempotent, MY_VALUES, submission } from '../testing/samples.node.ts';
import { mailListener } from './mail.ts';
import { smtpMailer } from './smtp.ts';
import { WORDS } from './words.ts';

interface Arrived {
  readonly to: string[];
  readonly head: string;
  readonly text: string;
}

/** A mail server that keeps what it is given; it refuses nobody@… for good and is busy for later@…. */
async function mailServer() {
  const arrived: Arrived[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) => {
      const code = address.startsWith('nobody') ? 550 : address.startsWith('later') ? 451 : 0;
      done(code ? Object.assign(new Error('not here'), { responseCode: code }) : undefined);
    },
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const [head = '', ...body] = Buffer.concat(parts).toString('latin1').split('\r\n\r\n');
        const raw = body.join('\r\n\r\n');
        const text = /base64/i.test(head) ? Buffer.from(raw, 'base64').toString() : unquoted(raw);
        arrived.push({ to: session.envelope.rcptTo.map(({ address }) => address), head, text });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const mailer = smtpMailer({ url: `smtp://127.0.0.1:${port}`, from: 'Kenal <kenal@office.example>' });
  return { arrived, mailer, close: () => new Promise<void>((resolve) => server.close(() => resolve())) };
}

/** RFC 2045, 6.7. */
const unquoted = (text: string): string => {
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
};

const { make, closeAll } = bedsOf(sqliteStores);
const servers: (() => Promise<void>)[] = [];
afterEach(async () => {
  await closeAll();
  await Promise.all(servers.splice(0).map((close) => close()));
});

/** An edge that sends its mail to a server of ours. */
async function office() {
  const post = await mailServer();
  servers.push(post.close);
  let bed: Bed;
  let listener: EventListener;
  const listeners: EventListener[] = [{ name: 'mail', tell: (event) => listener.tell(event) }];
  bed = await make({ listeners });
  let now = Date.parse('2026-11-22T12:00:00Z');
  const clock = { now: () => now, sleep: () => Promise.resolve() };
  const log = { info: () => {}, error: (_: object, line: string) => void bed.log.push(line) };
  const { store, keys } = bed;
  const publicUrl = 'https://kyc.example';
  listener = mailListener({ store, keys, clock, log, publicUrl, mailer: post.mailer });
  const submit = async (contact: string, locale: Locale = 'en') => {
    const customer = await client(bed);
    const body = submission(null, { locale, values: { ...MY_VALUES, contact } });
    const response = await customer.send('POST', '/api/applications', body, idempotent());
    return (await response.json()) as ApplicationReceipt;
  };
  const tell = (type: EventType, { id }: ApplicationReceipt) =>
    listener.tell({ id: `e-${type}`, type, application_id: id, session_id: 's', at: now, about: null });
  const settle = async () => {
    await bed.runDue();
    await bed.runDue();
  };
  return { ...post, bed, submit, tell, settle, wait: (ms: number) => (now += ms) };
}

describe('mail to customers', () => {
  it('says that the application has arrived, with its page and nothing of what it says', async () => {
    const { arrived, submit, settle } = await office();
    const { reference, statusPath } = await submit('rauf@example.org');
    await settle();
    expect(arrived).toHaveLength(1);
    const [{ to, head, text }] = arrived as [Arrived];
    expect(to).toEqual(['rauf@example.org']);
    expect(head).toContain('From: Kenal <kenal@office.example>');
    expect(head).toContain(`Subject: We have your application ${reference}`);
    expect(head).toMatch(/Message-ID: <[0-9a-f-]{36}@office\.example>/);
    expect(text).toContain(reference);
    expect(text).toContain(`https://kyc.example${statusPath}`);
    for (const [name, value] of Object.entries(MY_VALUES))
      if (name !== 'gender') expect(head.replace(/^To:.*$/m, '') + text).not.toContain(value);
  });

  it.each(['en', 'ms', 'ur'] as const)('writes in the customer’s language: %s', async (locale) => {
    const { arrived, submit, settle, tell } = await office();
    const receipt = await submit('rauf@example.org', locale);
    await settle();
    await tell('application.resubmission_requested', receipt);
    await tell('application.approved', receipt);
    await tell('application.expired', receipt);
    const said = (id: 'submitted.text' | 'resubmission.text' | 'decided.text') =>
      WORDS[locale][id].replaceAll('{reference}', receipt.reference);
    expect(arrived.map(({ text }) => text.replaceAll('\r\n', '\n').trim())).toEqual([
      expect.stringContaining(said('submitted.text')),
      expect.stringContaining(said('resubmission.text')),
      expect.stringContaining(said('decided.text')),
    ]);
    expect(arrived[0]?.head).toContain(`Content-Language: ${locale}`);
  });

  it('writes to nobody by telephone, and to one address alone', async () => {
    const { arrived, submit, settle } = await office();
    await submit('012-345 6789');
    await settle();
    expect(arrived).toEqual([]);
    await submit('a,b@example.org');
    await settle();
    expect(arrived.map(({ to }) => to.length)).toEqual([1]);
  });

  it('comes again later where the server is busy, not where it refuses, and never days late', async () => {
    const { arrived, bed, submit, settle, tell, wait } = await office();
    await submit('nobody@example.org');
    await settle();
    expect(bed.log).toContain('mail refused');
    await submit('later@example.org');
    await settle();
    expect(bed.log.filter((line) => line.includes('due work failed'))).toHaveLength(1);
    bed.pass(HOUR);
    await bed.runDue();
    expect(bed.log.filter((line) => line.includes('due work failed'))).toHaveLength(2);
    wait(73 * HOUR);
    bed.pass(12 * HOUR);
    await bed.runDue();
    expect(bed.log).toContain('mail given up');
    expect(arrived).toEqual([]);
    expect(bed.log.join()).not.toMatch(/example\.org/);
    await expect(
      tell('application.approved', { id: 'erased' } as ApplicationReceipt),
    ).resolves.toBeUndefined();
  });
});
