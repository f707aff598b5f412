import { BadSettingError, readSettings, type Settings } from '../settings.ts';
import type { WorkerBindings } from './platform.ts';

export interface WorkerSettings extends Settings {
  readonly hosted: NonNullable<Settings['hosted']>;
  readonly secretKey: string;
}

/** What a worker cannot make up by itself: it has no disk, and no engine. */
const NEEDED = ['PUBLIC_URL', 'SECRET_KEY', 'OCR_API_URL', 'OCR_API_KEY'] as const;
const BINDINGS = ['HYPERDRIVE', 'IMAGES', 'ASSETS'] as const;

/** What means something on Node alone: nobody is to believe that it does anything here. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  DATABASE_URL: 'the database is the binding HYPERDRIVE',
  IMAGE_STORE: 'images lie in the binding IMAGES',
  OCR_SHADOW: 'a worker has no engine to compare with',
  OCR_API_KEYS: 'a worker has no OCR API',
  METRICS_TOKEN: 'a worker has no /metrics',
  OTEL_EXPORTER_OTLP_ENDPOINT: 'the platform has traces of its own',
};

/**
 * Settings from the bindings of a worker.
 * @throws BadSettingError.
 */
export function workerSettings(env: WorkerBindings): WorkerSettings {
  const strings: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) if (typeof value === 'string') strings[name] = value;
  for (const name of NEEDED) if (!strings[name]) throw new BadSettingError(`${name} is missing`);
  for (const name of BINDINGS) if (!env[name]) throw new BadSettingError(`${name} is not bound`);
  for (const [name, why] of Object.entries(ELSEWHERE))
    if (strings[name]) throw new BadSettingError(`${name} is for Node: ${why}`);
  const settings = readSettings(strings);
  const { hosted, secretKey } = settings;
  if (settings.ocrFallback === 'embedded')
    throw new BadSettingError('OCR_FALLBACK cannot be embedded: a worker has no engine');
  if (!hosted || !secretKey) throw new BadSettingError('OCR_API_URL or SECRET_KEY is missing');
  return { ...settings, hosted, secretKey };
}
