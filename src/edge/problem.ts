import type { Problem, ProblemCode } from '#src/contract/index.ts';

/** HTTP status and title of each code. The title is for developers; people read the client's own words. */
const PROBLEMS: Readonly<Record<ProblemCode, readonly [status: number, title: string]>> = {
  invalid_request: [400, 'The request is not as the API describes it'],
  unauthorized: [401, 'No valid token'],
  forbidden: [403, 'Not allowed'],
  wrong_origin: [403, 'This token was made for another page'],
  code_wrong: [403, 'The code is not the one shown'],
  link_spent: [410, 'This link has been used or has run out'],
  not_found: [404, 'Nothing here'],
  conflict: [409, 'The request contradicts what is stored'],
  held_elsewhere: [409, 'The other device of the hand-off has the turn'],
  too_large: [413, 'The body is too large'],
  image_invalid_format: [415, 'Not a readable JPEG, PNG or BMP image'],
  image_invalid_size: [413, 'The image is larger than 2 MB'],
  country_not_offered: [404, 'This country is not offered here'],
  consent_required: [422, 'Consent is missing'],
  checks_failed: [422, 'The form has errors'],
  rate_limited: [429, 'Too many requests'],
  reading_limit: [429, 'No more photos can be read in this session'],
  proof_required: [403, 'Work has to be done first: POST /api/challenges'],
  upstream_unavailable: [502, 'The card could not be read just now'],
  not_ready: [503, 'Not ready yet'],
  internal: [500, 'Something went wrong here'],
  credentials_wrong: [401, 'E-mail or password is wrong'],
  passkey_refused: [401, 'The passkey was not accepted'],
  account_locked: [429, 'Too many failures; this account waits'],
  setup_done: [409, 'There is an account already'],
  email_taken: [409, 'This e-mail has an account already'],
  last_admin: [409, 'One admin has to stay'],
  claimed: [409, 'Somebody else works on this application'],
  not_claimed: [409, 'This application is not claimed by you'],
  already_decided: [409, 'This application has been decided'],
  stale: [409, 'The customer has sent something new meanwhile'],
  too_late: [409, 'It is too late to take this back'],
};

export interface ProblemExtras {
  /** For developers; never carries what a person typed or what a card says. */
  readonly detail?: string;
  readonly fields?: readonly { field: string; code: string }[];
  /** Seconds, for the Retry-After header. */
  readonly retryAfter?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cause?: unknown;
}

/** Ends a request with an RFC 9457 problem. */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem';
  readonly code: ProblemCode;
  readonly extras: ProblemExtras;
  constructor(code: ProblemCode, extras: ProblemExtras = {}) {
    super(PROBLEMS[code][1], { cause: extras.cause });
    this.code = code;
    this.extras = extras;
  }
}

/** The response of a problem: `application/problem+json`, never cached. */
export function problemResponse(code: ProblemCode, extras: ProblemExtras = {}): Response {
  const [status, title] = PROBLEMS[code];
  const body: Problem = { type: `urn:kenal:problem:${code}`, title, status, code };
  if (extras.detail) body.detail = extras.detail;
  if (extras.fields) body.fields = [...extras.fields];
  const headers = new Headers({
    ...extras.headers,
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
  });
  if (extras.retryAfter !== undefined) headers.set('retry-after', String(Math.ceil(extras.retryAfter)));
  if (status === 401) headers.set('www-authenticate', 'Bearer');
  return new Response(JSON.stringify(body), { status, headers });
}
