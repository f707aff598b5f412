import { closeSync, openSync, writeFileSync } from 'node:fs';
import { mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ImageStore } from './images.ts';

const missing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

async function fsync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function put(path: string, parts: readonly Uint8Array[]): void {
  const file = openSync(path, 'w', 0o600);
  try {
    for (const part of parts) writeFileSync(file, part);
  } finally {
    closeSync(file);
  }
}

/** Images as files of `folder`, in 256 folders by the id's first two characters. Files have mode 600. */
export async function diskImages(folder: string): Promise<ImageStore> {
  const shelves = Array.from({ length: 256 }, (_, i) => join(folder, i.toString(16).padStart(2, '0')));
  await Promise.all(shelves.map((shelf) => mkdir(shelf, { recursive: true, mode: 0o700 })));
  const pathOf = (id: string) => {
    if (!/^[0-9a-f-]{36}$/.test(id)) throw new Error('Not an image id');
    return join(folder, id.slice(0, 2), `${id}.sealed`);
  };
  return {
    // A file that a crash has left half written belongs to a reading that has no outcome: it is written anew,
    // or erased with the session.
    put: async (id, ...sealed) => put(pathOf(id), sealed),
    replace: async (id, bytes) => {
      const path = pathOf(id);
      const half = `${path}.${crypto.randomUUID()}`;
      try {
        await writeFile(half, bytes, { mode: 0o600 });
        await fsync(half);
        await rename(half, path);
      } catch (error) {
        await rm(half, { force: true });
        throw error;
      }
      await fsync(dirname(path));
      await fsync(folder);
    },
    persist: async (id) => {
      const path = pathOf(id);
      try {
        await fsync(path);
      } catch (error) {
        if (missing(error)) return false;
        throw error;
      }
      await fsync(dirname(path));
      await fsync(folder);
      return true;
    },
    get: async (id) => {
      try {
        return await readFile(pathOf(id));
      } catch (error) {
        if (missing(error)) return null;
        throw error;
      }
    },
    erase: (id) => rm(pathOf(id), { force: true }),
  };
}
