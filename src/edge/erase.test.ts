import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, expect, it } from 'vitest';
import type { ApplicationReceipt, ApplicationSubmission } from '#src/contract/index.ts';
import { verifyAudit } from './agent/audit/verify-all.ts';
import { systemClock } from './deps.ts';
import { type Bed, bedsOf, client, SECRET, sqliteStores } from './testing/bed.node.ts';
import { temporaryFolder } from './testing/files.node.ts';
import { idempotent, MY_VALUES, photo, submission } from './testing/samples.node.ts';

const ENTRY = join(import.meta.dirname, 'erase.node.ts');
const { make, closeAll } = bedsOf(sqliteStores);
afterEach(closeAll);

/** The command, as an operator gives it beside a running server. */
async function erase(folder: string, args: readonly string[], input = '') {
  const env = { PATH: process.env.PATH, DATA_DIR: folder, SECRET_KEY: SECRET };
  const child = spawn(process.execPath, [ENTRY, ...args], { env });
  child.stdin.end(input);
  const [output, errors] = [text(child.stdout), text(child.stderr)];
  const [code] = (await once(child, 'exit')) as [number];
  return { code, output: (await output) + (await errors) };
}

async function submitted(bed: Bed, values: ApplicationSubmission['values'] = MY_VALUES, seed?: number) {
  const { read, send } = await client(bed);
  const readingId = seed === undefined ? null : (await read(photo(seed))).readingId;
  const made = await send('POST', '/api/applications', submission(readingId, { values }), idempotent());
  expect(made.status).toBe(201);
  return (await made.json()) as ApplicationReceipt;
}

it('a person is erased by reference and by number, from the shell, and the audit stays whole', async () => {
  const folder = temporaryFolder();
  const bed = await make({ folder });
  const first = await submitted(bed, MY_VALUES, 1);
  const second = await submitted(bed);
  const other = await submitted(bed, { ...MY_VALUES, number: '470619-12-5087', birthDate: '1947-06-19' });
  expect(bed.kept.size).toBe(1);
  const [image = ''] = bed.kept;

  const one = await erase(folder, [first.reference.toLowerCase()]);
  expect(one.code, one.output).toBe(0);
  expect(one.output).toContain(`${first.reference} (${first.id})`);
  expect(one.output).toContain('1 images, 1 sessions');
  expect(await bed.images.get(image)).toBeNull();
  expect(await bed.store.applications.find(first.id)).toBeNull();

  const rest = await erase(folder, ['-'], `${MY_VALUES.number}\n\n999999-99-9999\n`);
  expect(rest.code).toBe(1);
  expect(rest.output).toContain(`1 of 2: ${second.reference}`);
  expect(rest.output).toContain('2 of 2: nothing there');
  expect(rest.output).not.toContain(MY_VALUES.number);
  expect(await bed.store.applications.find(second.id)).toBeNull();
  expect(await bed.store.applications.find(other.id)).not.toBeNull();

  const trail = await bed.store.audit.chain(second.id);
  expect(trail.at(-1)).toMatchObject({
    action: 'application.erased',
    actor_kind: 'system',
    detail: '{"by":"command","reason":"request"}',
  });
  expect((await verifyAudit({ ...bed, clock: systemClock })).faults).toEqual([]);
  expect((await erase(folder, [])).code).toBe(2);
});
