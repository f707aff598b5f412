import type { EmbedLevel, FrameMessage, PageMessage } from '#src/contract/embed.ts';
import type { EmbedErrorCode } from './types.ts';

/**
 * The schemas of `contract/embed.ts` by hand, since no partner's page should load a schema library for eight
 * messages. A test holds both to the same answers.
 */
type Bag = Readonly<Record<string, unknown>>;

const isBag = (value: unknown): value is Bag =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown, max = Number.POSITIVE_INFINITY): value is string =>
  typeof value === 'string' && value.length <= max;

/** Longest id of an inspection. */
const MAX_ID = 40;
const MAX_LEVELS = 20;

const PAYLOADS: Readonly<Record<FrameMessage['type'], (payload: Bag) => boolean>> = {
  ready: () => true,
  token: ({ reason }) => reason === 'expired' || reason === 'refused',
  resize: ({ height }) => typeof height === 'number' && height >= 0 && height <= 20_000,
  step: ({ step }) => isText(step, 40),
  complete: ({ applicationId, reference }) => isText(applicationId) && isText(reference),
  cancel: () => true,
  error: ({ code, message, candidates }) =>
    isCode(code) && isText(message) && Array.isArray(candidates) && candidates.every(isCode),
  inspect: ({ id }) => isText(id, MAX_ID),
};

/** In the order of `EMBED_ERRORS`; the test compares them. */
export const ERROR_CODES = [
  'version_unsupported',
  'origin_refused',
  'token_refused',
  'token_missing',
  'frame_silent',
  'camera_allow_missing',
  'camera_policy_header',
  'frame_sandboxed',
  'page_insecure',
  'browser_in_app',
  'camera_blocked',
  'unavailable',
] as const satisfies readonly EmbedErrorCode[];
const isCode = (value: unknown): boolean => (ERROR_CODES as readonly unknown[]).includes(value);

const isEnvelope = (data: unknown): data is Bag & { type: string; version: number; payload: Bag } =>
  isBag(data) &&
  data.source === 'kenal' &&
  Number.isSafeInteger(data.version) &&
  (data.version as number) >= 1 &&
  isText(data.type) &&
  isBag(data.payload);

/** A message of the frame; null for anything else that is posted to this window. */
export function frameMessageOf(data: unknown): FrameMessage | null {
  if (!isEnvelope(data) || !Object.hasOwn(PAYLOADS, data.type)) return null;
  return PAYLOADS[data.type as FrameMessage['type']](data.payload) ? (data as unknown as FrameMessage) : null;
}

const isLevel = (value: unknown): value is EmbedLevel =>
  isBag(value) &&
  isText(value.origin, 300) &&
  (value.allow === null || typeof value.allow === 'boolean') &&
  (value.sandbox === null || isText(value.sandbox, 500)) &&
  (value.policy === null || typeof value.policy === 'boolean') &&
  typeof value.secure === 'boolean' &&
  typeof value.top === 'boolean';

type Inspected = Extract<PageMessage, { type: 'inspected' }>;

/** The answer of the page above to an inspection; null for anything else. */
export function inspectedOf(data: unknown): Inspected | null {
  if (!isEnvelope(data) || data.type !== 'inspected') return null;
  const { id, levels, whole } = data.payload;
  const ok =
    isText(id, MAX_ID) &&
    Array.isArray(levels) &&
    levels.length <= MAX_LEVELS &&
    levels.every(isLevel) &&
    typeof whole === 'boolean';
  return ok ? (data as unknown as Inspected) : null;
}
