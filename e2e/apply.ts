import { readFileSync } from 'node:fs';
import {
  type ApplicationReceipt,
  applicationReceipt,
  type FormValues,
  readingReply,
  sessionReply,
} from '#src/contract/index.ts';
import type { CardFixture } from './cards.ts';
import { pathOf } from './cards.ts';

async function post(url: string, headers: Record<string, string>, body?: BodyInit): Promise<unknown> {
  const response = await fetch(url, { method: 'POST', headers, ...(body !== undefined && { body }) });
  const text = await response.text();
  if (!response.ok) throw new Error(`${url}: ${response.status} ${text}`);
  return JSON.parse(text);
}

/** Applies with a photo of a card by requests alone, as the web app would; `values` differ from what is read. */
export async function apply(
  url: string,
  photo: CardFixture,
  values: FormValues = {},
): Promise<ApplicationReceipt> {
  const { token } = sessionReply.parse(await post(`${url}/api/sessions`, {}));
  const authorization = `Bearer ${token}`;
  const image = { authorization, 'content-type': 'image/jpeg' };
  const reading = readingReply.parse(
    await post(`${url}/api/readings/${photo.country}`, image, readFileSync(pathOf(photo))),
  );
  if (reading.outcome !== 'read') throw new Error(`${photo.file} is ${reading.outcome}`);
  const read = Object.fromEntries(Object.entries(reading.fields).map(([name, { value }]) => [name, value]));
  const json = {
    authorization,
    'content-type': 'application/json',
    'idempotency-key': crypto.randomUUID(),
  };
  const submission = {
    country: photo.country,
    readingId: reading.readingId,
    values: { ...read, contact: 'somebody@example.com', ...values },
    confirmedWarnings: [],
    consent: { version: 'e2e', locale: 'en', acceptedAt: new Date().toISOString() },
    locale: 'en',
  };
  return applicationReceipt.parse(await post(`${url}/api/applications`, json, JSON.stringify(submission)));
}
