/** What WebAuthn's JSON forms carry as base64url and its calls want as bytes. */
type Json = Record<string, unknown>;

const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));

const textOf = (bytes: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

const withIds = (list: unknown): PublicKeyCredentialDescriptor[] =>
  (Array.isArray(list) ? (list as (Json & { id: string })[]) : []).map(
    (item) => ({ ...item, id: bytesOf(item.id) }) as unknown as PublicKeyCredentialDescriptor,
  );

/** A credential as JSON. By hand: `toJSON` and `parse…FromJSON` are younger than browsers that are in use. */
function toJson(credential: PublicKeyCredential): Json & { id: string } {
  const { response } = credential;
  const of = (name: string): ArrayBuffer | null | undefined =>
    (response as unknown as Record<string, ArrayBuffer | null | undefined>)[name];
  const names = ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle'];
  const parts = Object.fromEntries(
    names.flatMap((name) => {
      const part = of(name);
      return part ? [[name, textOf(part)]] : [];
    }),
  );
  const transports = (response as Partial<AuthenticatorAttestationResponse>).getTransports?.();
  return {
    id: credential.id,
    rawId: textOf(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: { ...parts, ...(transports && { transports }) },
  };
}

const passkeyOf = (credential: Credential | null): Json & { id: string } => {
  if (!(credential instanceof PublicKeyCredential)) throw new DOMException('no passkey', 'NotAllowedError');
  return toJson(credential);
};

/** Lets the person sign with a passkey of theirs. @throws DOMException where they call it off. */
export async function askPasskey(options: { challenge: string } & Json): Promise<Json & { id: string }> {
  const publicKey = {
    ...options,
    challenge: bytesOf(options.challenge),
    allowCredentials: withIds(options.allowCredentials),
  } as PublicKeyCredentialRequestOptions;
  return passkeyOf(await navigator.credentials.get({ publicKey }));
}

/** Makes a passkey on the person's device. @throws DOMException where they call it off, or it has one already. */
export async function makePasskey(options: { challenge: string } & Json): Promise<Json & { id: string }> {
  const user = options.user as Json & { id: string };
  const publicKey = {
    ...options,
    challenge: bytesOf(options.challenge),
    user: { ...user, id: bytesOf(user.id) },
    excludeCredentials: withIds(options.excludeCredentials),
  } as unknown as PublicKeyCredentialCreationOptions;
  return passkeyOf(await navigator.credentials.create({ publicKey }));
}
