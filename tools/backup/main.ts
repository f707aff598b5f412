/**
 * `npm run backup -- FOLDER` and `npm run restore -- FOLDER`: database and images of DATA_DIR. With DATABASE_URL or
 * S3 these are the business of pg_dump and of the bucket's own versions.
 */
import { readSettings } from '../../src/edge/settings.ts';
import { backup, restore } from './archive.ts';

const [what, folder] = process.argv.slice(2);
try {
  const { dataDir, databaseUrl, s3 } = readSettings(process.env);
  if (databaseUrl || s3)
    throw new Error('DATABASE_URL or IMAGE_STORE is set: use pg_dump, and the versions of the bucket');
  if (!folder || (what !== 'backup' && what !== 'restore')) throw new Error('Name the folder of the backup');
  const { files } = what === 'backup' ? backup(dataDir, folder) : restore(folder, dataDir);
  console.log(`${what}: ${files} files. SECRET_KEY is not among them; without it none can be opened.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
