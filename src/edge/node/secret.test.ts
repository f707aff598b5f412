import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createKeyring } from '../crypto/keyring.ts';
import { temporaryFolder } from '../testing/files.node.ts';
import { generatedSecret } from './secret.node.ts';

let folder = '';
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => rmSync(folder, { recursive: true }));

it('makes one secret, whole, and leaves nothing else behind', async () => {
  const secret = generatedSecret(folder);
  expect(secret).toMatch(/^[\w-]{43}$/);
  expect(generatedSecret(folder)).toBe(secret);
  expect(readdirSync(folder)).toEqual(['secret.key']);
  await expect(createKeyring(secret)).resolves.toBeDefined();
});

it('takes no half of a file for a secret', async () => {
  writeFileSync(join(folder, 'secret.key'), '');
  await expect(createKeyring(generatedSecret(folder))).rejects.toThrow('A secret of 0 characters is none');
  expect(readFileSync(join(folder, 'secret.key'), 'utf8')).toBe('');
});
