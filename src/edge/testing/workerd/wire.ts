/**
 * Data and functions between the tests and a worker: a function crosses as an address at which it is called.
 * What it is given and gives back is data, or a `Request` and a `Response`, bodies as they stream.
 */
export const WIRE = { kind: 'x-wire', url: 'x-wire-url', method: 'x-wire-method' } as const;

interface Failure {
  readonly name: string;
  readonly message: string;
  readonly code: unknown;
}

const toBase64 = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
const fromBase64 = (text: string): Uint8Array =>
  Uint8Array.from(atob(text), (char) => char.codePointAt(0) ?? 0);

/** As JSON; `keep` gives each function the address that stands for it. */
export function encode(value: unknown, keep: (work: CallableFunction) => string): string {
  return JSON.stringify(value ?? null, function (this: Record<string, unknown>, key, made: unknown) {
    // As it was before `toJSON`.
    const raw = this[key];
    if (typeof raw === 'function') return { $call: keep(raw) };
    return raw instanceof Uint8Array ? { $bytes: toBase64(raw) } : made;
  });
}

/** What `encode` wrote; functions call where `call` leads them. */
export function decode(
  text: string,
  call: (address: string) => (...args: unknown[]) => Promise<unknown>,
): unknown {
  return JSON.parse(text, (_, value: unknown) => {
    if (value === null || typeof value !== 'object') return value;
    if ('$call' in value) return call(String(value.$call));
    return '$bytes' in value ? fromBase64(String(value.$bytes)) : value;
  });
}

const noFunctions = (): never => {
  throw new Error('A function of the tests is called with data alone');
};

export const failureOf = (error: unknown): Failure => {
  const { name, message, cause } = error instanceof Error ? error : new Error(String(error));
  return { name, message, code: (cause as { code?: unknown } | undefined)?.code };
};

function revived({ name, message, code }: Failure): Error {
  const cause = code === undefined ? undefined : Object.assign(new Error(String(code)), { code });
  const error = name === 'TypeError' ? new TypeError(message, { cause }) : new Error(message, { cause });
  error.name = name;
  return error;
}

function requestOf(address: string, args: readonly unknown[]): Request {
  const [first] = args;
  if (!(first instanceof Request) || args.length > 1)
    return new Request(address, { method: 'POST', body: encode(args, noFunctions) });
  const headers = new Headers(first.headers);
  headers.set(WIRE.url, first.url);
  headers.set(WIRE.method, first.method);
  const { body, signal } = first;
  return new Request(address, { method: 'POST', headers, body, signal, redirect: 'manual' });
}

/** A function of the tests, as a worker calls it. */
export const remote =
  (address: string) =>
  async (...args: unknown[]): Promise<unknown> => {
    const response = await fetch(requestOf(address, args));
    const kind = response.headers.get(WIRE.kind);
    // Made anew, since headers of what was fetched cannot be added to.
    if (kind === 'response') return new Response(response.body, response);
    const text = await response.text();
    if (kind === 'failure') throw revived(JSON.parse(text) as Failure);
    return decode(text, noFunctions);
  };
