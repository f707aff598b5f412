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

/** Images as files of `folder`, in 256 folders by the id's first two characters. Files have mode 600. */
export async function diskImages(folder: string): Promise<ImageStore> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const pathOf = (id: string) => {
    if (!/^[0-9a-f-]{36}$/.test(id)) throw new Error('Not an image id');
    return join(folder, id.slice(0, 2), `${id}.sealed`);
  };
  return {
    put: async (id, sealed) => {
      const path = pathOf(id);
      const half = `${path}.part`;
      const write = () => writeFile(half, sealed, { mode: 0o600 });
      try {
        await write();
      } catch (error) {
        if (!missing(error)) throw error;
        await mkdir(dirname(path), { recursive: true, mode: 0o700 });
        await write();
      }
      await rename(half, path);
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
