import { BadSettingError, readSettings, type Settings } from '../settings.ts';
import type { WorkerBindings } from './platform.ts';

export interface WorkerSettings extends Settings {
  readonly hosted: NonNullable<Settings['hosted']>;
  readonly secretKey: string;
}

/** What a worker cannot make up by itself: it has no disk, and no engine. */
const NEEDED = ['PUBLIC_URL', 'SECRET_KEY', 'OCR_API_URL', 'OCR_API_KEY'] as const;
const BINDINGS = ['HYPERDRIVE', 'IMAGES', 'ASSETS'] as const;

/**
 * Settings from the bindings of a worker.
 * @throws BadSettingError.
 */
export function workerSettings(env: WorkerBindings): WorkerSettings {
  const strings: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) if (typeof value === 'string') strings[name] = value;
  for (const name of NEEDED) if (!strings[name]) throw new BadSettingError(`${name} is missing`);
  for (const name of BINDINGS) if (!env[name]) throw new BadSettingError(`${name} is not bound`);
  const settings = readSettings(strings);
  const { hosted, secretKey } = settings;
  if (settings.ocrFallback === 'embedded')
    throw new BadSettingError('OCR_FALLBACK cannot be embedded: a worker has no engine');
  if (settings.otlpEndpoint)
    throw new BadSettingError('OTEL_EXPORTER_OTLP_ENDPOINT is for Node: the platform has traces of its own');
  if (!hosted || !secretKey) throw new BadSettingError('OCR_API_URL or SECRET_KEY is missing');
  return { ...settings, hosted, secretKey };
}
