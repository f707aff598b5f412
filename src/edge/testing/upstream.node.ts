import { OCR_MESSAGES } from '#src/contract/index.ts';
import type { Upstream } from '../ocr/upstream.ts';

/** The documents' own answers. */
export const DOCUMENTED = {
  my: {
    status: 'OK',
    message: {
      CardNumber: '460619-12-5087',
      DateOfBirth: '19460619',
      Gender: 'LELAKI',
      Name: 'ABD RAUF BIN HAMSAH',
      Address: 'KAMPUNG MASJID PO BOX 42 89007 KENINGAU SABAH',
    },
  },
  pk: {
    status: 'OK',
    message: {
      idNumber: '33100-7411692-4',
      name: 'Janat Mirza',
      fatherName: 'Mirza Anjum Kamal',
      gender: 'F',
      country: 'Pakistan',
      birthDay: '20010914',
      issueDay: '20200309',
      expiryDay: '20300309',
    },
  },
  notCard: { status: 'FAIL', message: OCR_MESSAGES.notCard },
  unreadable: { status: 'FAIL', message: OCR_MESSAGES.unreadable },
  invalidRequest: { status: 'INVALID_REQUEST', message: OCR_MESSAGES.INVALID_REQUEST },
  invalidFormat: { status: 'IMAGE_INVALID_FORMAT', message: OCR_MESSAGES.IMAGE_INVALID_FORMAT },
  invalidSize: { status: 'IMAGE_INVALID_SIZE', message: OCR_MESSAGES.IMAGE_INVALID_SIZE },
  innerError: { status: 'INNER_ERROR', message: OCR_MESSAGES.INNER_ERROR },
} as const;

/** One answer of the script: a body to send as JSON, or a function that answers (or fails) by itself. */
type Scripted = object | ((request: Request) => Response | Promise<Response>);

interface SeenCall {
  readonly url: string;
  readonly key: string | null;
  readonly type: string | null;
  readonly form: URLSearchParams;
}

export interface ScriptedUpstream {
  readonly upstream: Upstream;
  /** Answers in the order of calls; the last one stands for all further calls. */
  readonly script: (...answers: Scripted[]) => void;
  readonly calls: SeenCall[];
}

/** An upstream that speaks HTTP by function and answers as it is told; by default with the country's example. */
export function scriptedUpstream(over: Partial<Upstream> = {}): ScriptedUpstream {
  let answers: Scripted[] = [];
  const calls: SeenCall[] = [];
  const answer = async (request: Request): Promise<Response> => {
    const form = new URLSearchParams(await request.clone().text());
    const key = request.headers.get('x-api-key');
    calls.push({ url: request.url, key, type: request.headers.get('content-type'), form });
    const next = answers.length > 1 ? answers.shift() : answers[0];
    if (typeof next === 'function') return next(request);
    return Response.json(next ?? (request.url.includes('/pk_ocr/') ? DOCUMENTED.pk : DOCUMENTED.my));
  };
  return {
    calls,
    script: (...next) => {
      answers = next;
    },
    upstream: {
      name: 'hosted',
      kind: 'hosted',
      operator: 'ocr.example',
      details: false,
      base: 'https://ocr.example',
      apiKey: 'upstream-key',
      fetch: answer,
      ...over,
    },
  };
}

/** The error of a `fetch` whose connection failed with this code. */
export const connectionError = (code: string): TypeError =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });
