/**
 * Largest form body in bytes. 2 MB of image are 2.8 MB of base64, and at most three times that when every
 * character is percent-encoded; what is larger cannot hold an image of an allowed size.
 */
const MAX_BODY_BYTES = 9_000_000;

/**
 * Reads a request's body as text, or gives 'too-large' as soon as it is known to be: from the declared
 * length before a byte is read, else while reading, and the rest is cancelled.
 */
export async function readBody(request: Request, limit = MAX_BODY_BYTES): Promise<string | 'too-large'> {
  const declared = Number(request.headers.get('content-length') ?? Number.NaN);
  if (declared > limit) return 'too-large';
  if (!request.body) return '';
  const reader = request.body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > limit) {
      await reader.cancel().catch(() => undefined);
      return 'too-large';
    }
    chunks.push(value);
  }
  const whole = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return new TextDecoder('latin1').decode(whole);
}
