import { startNode } from './node/start.node.ts';
import { BadSettingError, readSettings } from './settings.ts';

/** The composition root on Node: settings from the environment, everything in this one process. */
try {
  const settings = readSettings(process.env);
  const kenal = await startNode(settings);
  let ending = false;
  const end = () => {
    if (ending) return;
    ending = true;
    kenal.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  await kenal.ready;
  if (!ending) console.log(`Kenal is ready at ${settings.publicUrl}`);
} catch (error) {
  if (error instanceof BadSettingError) console.error(`Bad setting: ${error.message}`);
  else console.error(error instanceof Error ? `Kenal could not start: ${error.message}` : error);
  process.exit(1);
}
