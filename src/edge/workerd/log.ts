import type { Log } from '../deps.ts';

/** As pino orders them. */
const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];

/** Lines for the platform's log, which indexes the properties of an object. */
export function consoleLog(level: string): Log {
  const shown = (of: string) => LEVELS.indexOf(of) >= LEVELS.indexOf(level);
  return {
    info: (fields, message) => {
      if (shown('info')) console.log(JSON.stringify({ level: 'info', ...fields, msg: message }));
    },
    error: (fields, message) => {
      if (shown('error')) console.error(JSON.stringify({ level: 'error', ...fields, msg: message }));
    },
  };
}
