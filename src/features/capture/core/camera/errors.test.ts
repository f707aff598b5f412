import { describe, expect, it } from 'vitest';
import { CameraError, type FailureContext, toCameraError } from './errors.ts';

const fault = (name: string, message = '') => Object.assign(new Error(message), { name });
const calm: FailureContext = {
  secure: true,
  embedded: false,
  allowedByPolicy: true,
  permission: 'denied',
  elapsed: 3_000,
};

describe('camera failures', () => {
  it.each([
    ['denied', fault('NotAllowedError', 'Permission denied'), {}],
    ['dismissed', fault('NotAllowedError', 'Permission dismissed'), { permission: 'prompt' }],
    ['denied-by-system', fault('NotAllowedError', 'Permission denied by system'), {}],
    ['dismissed', fault('NotAllowedError', 'The request is not allowed'), { permission: 'prompt' }],
    ['policy', fault('NotAllowedError', 'Permission denied'), { allowedByPolicy: false }],
    [
      'policy',
      fault('NotAllowedError'),
      { embedded: true, allowedByPolicy: null, permission: null, elapsed: 4 },
    ],
    [
      'denied',
      fault('NotAllowedError'),
      { embedded: false, allowedByPolicy: null, permission: null, elapsed: 4 },
    ],
    ['no-camera', fault('NotFoundError', 'Requested device not found'), {}],
    ['in-use', fault('NotReadableError', 'Device in use'), {}],
    ['in-use', fault('TrackStartError'), {}],
    ['timeout', fault('AbortError', 'Timeout starting video source'), {}],
    ['overconstrained', fault('OverconstrainedError'), {}],
    ['insecure', fault('TypeError'), { secure: false }],
    ['unknown', 'a string', {}],
    ['unknown', null, {}],
  ] as const)('%s', (code, thrown, context) => {
    const error = toCameraError(thrown, { ...calm, ...context });
    expect(error.code).toBe(code);
    expect(error.cause).toBe(thrown);
  });

  it('keeps an error that is one already', () => {
    const error = new CameraError('died');
    expect(toCameraError(error, calm)).toBe(error);
  });
});
