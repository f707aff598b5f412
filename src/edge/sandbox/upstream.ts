import { failure, type OcrDetails } from '#src/contract/index.ts';
import { SPECIMEN_HEADER, type SpecimenOutcome } from '#src/contract/partner/index.ts';
import type { WireMessage } from '#src/countries/types.ts';
import type { Upstream } from '../ocr/upstream.ts';
import { SPECIMENS, type Specimen } from './specimens.gen.ts';

/** As sure as a good photo makes the engine, and as unsure as a bad one. */
const SURE = 0.99;
const UNSURE = 0.42;
/** Size of the specimens, px. */
const IMAGE = { width: 1200, height: 840 };

interface SandboxOptions {
  /** Our own engine, where it runs: it reads what is no specimen. */
  readonly embedded: Upstream | undefined;
  /** How long the slow specimen takes, ms. */
  readonly slowMs: number;
  readonly sleep: (ms: number) => Promise<void>;
}

function detailsOf(message: WireMessage, confidence: number): OcrDetails {
  const fields = Object.entries(message).map(([name, value]) => [
    name,
    { value, confidence, doubtful: confidence < 0.9, quad: null, alternatives: [], corrections: [] },
  ]);
  return {
    document: { kind: 'specimen', confidence },
    card: { quad: null, width: 1000 },
    image: IMAGE,
    fields: Object.fromEntries(fields),
    quality: { sharpness: 1, glare: 0, brightness: 0.5 },
    warnings: [],
  };
}

const ok = (message: WireMessage, confidence = SURE): Response =>
  Response.json({ status: 'OK', message, details: detailsOf(message, confidence) });

/** Another year of birth than the number's: what a misread card looks like. */
const misread = (message: WireMessage): WireMessage => ({ ...message, DateOfBirth: '19010101' });

const ANSWERS: Readonly<
  Record<SpecimenOutcome, (message: WireMessage, options: SandboxOptions) => Response | Promise<Response>>
> = {
  ok: (message) => ok(message),
  expired: (message) => ok(message),
  mismatch: (message) => ok(misread(message)),
  low_confidence: (message) => ok(message, UNSURE),
  not_card: () => Response.json(failure('FAIL', 'notCard')),
  unreadable: () => Response.json(failure('FAIL', 'unreadable')),
  invalid_request: () => Response.json(failure('INVALID_REQUEST')),
  invalid_format: () => Response.json(failure('IMAGE_INVALID_FORMAT')),
  invalid_size: () => Response.json(failure('IMAGE_INVALID_SIZE')),
  inner_error: () => Response.json(failure('INNER_ERROR')),
  slow: async (message, { sleep, slowMs }) => {
    await sleep(slowMs);
    return ok(message);
  },
  outage: () => {
    const cause = Object.assign(new Error('The sandbox plays an outage'), { code: 'ECONNREFUSED' });
    throw new TypeError('fetch failed', { cause });
  },
};

const countryOf = (path: string): string | undefined => /\/v1\/([a-z]{2})_ocr\//.exec(path)?.[1];

/**
 * The upstream of test sessions: specimens force the outcome that they are named for, found by the hash of the image
 * or of the file that it was made of; everything else our own engine reads, where it runs, and otherwise it is taken
 * for the first specimen of the country. Nothing is ever sent elsewhere, and nothing charged.
 */
export function sandboxUpstream(options: SandboxOptions): Upstream {
  const { embedded } = options;
  return {
    name: 'sandbox',
    kind: 'embedded',
    operator: null,
    details: true,
    base: 'http://sandbox.invalid',
    apiKey: null,
    sandbox: true,
    fetch: async (request) => {
      const { pathname } = new URL(request.url);
      const country = countryOf(pathname);
      const hash = request.headers.get(SPECIMEN_HEADER);
      const specimen = SPECIMENS.find(({ sha256 }) => sha256 === hash);
      if (specimen && specimen.country !== country) return Response.json(failure('FAIL', 'notCard'));
      if (!specimen && embedded) return embedded.fetch(new Request(embedded.base + pathname, request));
      const shown: Specimen | undefined =
        specimen ?? SPECIMENS.find((each) => each.country === country && each.outcome === 'ok');
      if (!shown) return Response.json(failure('FAIL', 'unreadable'));
      return ANSWERS[shown.outcome](shown.message, options);
    },
  };
}
