import { appendFileSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openSealed } from '#src/edge/applications/record.ts';
import { open } from '#src/edge/crypto/seal.ts';
import { imageContext } from '#src/edge/readings/stored.ts';
import { bedsOf, client, sqliteStores } from '#src/edge/testing/bed.node.ts';
import { temporaryFolder } from '#src/edge/testing/files.node.ts';
import { idempotent, MY_VALUES, photo, submission } from '#src/edge/testing/samples.node.ts';
import { backup, restore } from './archive.ts';

const beds = bedsOf(sqliteStores);
afterEach(beds.closeAll);

/** A data folder with one application, its server still running. */
async function served() {
  const folder = temporaryFolder();
  const { read, send } = await client(await beds.make({ folder }));
  const { readingId } = await read(photo());
  const response = await send('POST', '/api/applications', submission(readingId), idempotent());
  expect(response.status).toBe(201);
  const { id } = (await response.json()) as { id: string };
  return { folder, id, readingId };
}

describe('a backup', () => {
  it('brings an application and its photo back in an empty folder, under the same secret', async () => {
    const { folder, id, readingId } = await served();
    const [copy, elsewhere] = [join(temporaryFolder(), 'copy'), temporaryFolder()];
    expect(backup(folder, copy).files).toBe(2);
    expect(readdirSync(copy).sort()).toEqual(['images', 'kenal.sqlite', 'manifest.json']);
    await beds.closeAll();
    rmSync(folder, { recursive: true });
    restore(copy, elsewhere);
    const bed = await beds.make({ folder: elsewhere });
    const row = await bed.store.applications.find(id);
    if (!row) throw new Error('The application is gone');
    const key = await bed.keys.openDataKey(row.data_key);
    const record = await openSealed(key, id, row.sealed);
    expect(record.fields.name?.value).toBe(MY_VALUES.name);
    const sealed = await bed.images.get(readingId);
    expect(sealed && (await open(key, imageContext(readingId), sealed))).toEqual(photo());
  });

  it('is refused where it is damaged, incomplete, or would be written over something', async () => {
    const { folder } = await served();
    const copy = join(temporaryFolder(), 'copy');
    backup(folder, copy);
    expect(() => backup(folder, copy)).toThrow(/exists already/);
    expect(() => restore(copy, folder)).toThrow(/has a database already/);
    appendFileSync(join(copy, 'kenal.sqlite'), 'x');
    const empty = temporaryFolder();
    expect(() => restore(copy, empty)).toThrow('The backup is damaged: kenal.sqlite');
    rmSync(join(copy, 'images'), { recursive: true });
    expect(() => restore(copy, empty)).toThrow(/damaged/);
    expect(existsSync(join(empty, 'kenal.sqlite'))).toBe(false);
    expect(() => backup(empty, join(empty, 'copy'))).toThrow(/no database/);
  });
});
