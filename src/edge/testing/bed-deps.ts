import { COUNTRIES } from '#src/countries/registry.gen.ts';
import type { Keyring } from '../crypto/keyring.ts';
import type { EdgeDeps } from '../deps.ts';
import type { ImageStore } from '../stores/images.ts';
import type { Store } from '../stores/store.ts';

/**
 * What a bed's edge is made of besides its stores: data and functions over data, `Request` and `Response`, so
 * that it can be handed to an edge in another runtime. A function may be called from there: its caller has to
 * await it.
 */
export interface BedGiven
  extends Pick<EdgeDeps, 'shadow' | 'upstreams' | 'settings' | 'ready' | 'listeners' | 'web'> {
  readonly secret: readonly [current: string, previous?: string];
  /** Milliseconds between the real time and the bed's at its beginning. */
  readonly ahead: number;
}

/** What a test changes while the bed stands. */
export interface BedState {
  /** How long the test has let pass, ms. */
  passed: number;
  imagesFail: boolean;
}

/** What a test looks at afterwards. */
export interface BedNews {
  readonly line: (line: string) => void;
  readonly image: (change: 'kept' | 'erased', id: string) => void;
}

interface BedParts {
  readonly store: Store;
  readonly images: ImageStore;
  readonly keys: Keyring;
  readonly state: BedState;
  readonly news: BedNews;
}

/** The edge of a bed, on whatever runtime it stands: real parts under a test's clock, and with its ears. */
export function bedDeps(given: BedGiven, { store, images, keys, state, news }: BedParts): EdgeDeps {
  const { ahead, secret: _, ...deps } = given;
  const write = (fields: object, message: string) => news.line(JSON.stringify({ ...fields, message }));
  return {
    ...deps,
    countries: COUNTRIES,
    store,
    images: {
      ...images,
      put: (id, ...sealed) => {
        news.image('kept', id);
        return images.put(id, ...sealed);
      },
      erase: (id) => {
        if (state.imagesFail) return Promise.reject(new Error('The disk is on fire'));
        news.image('erased', id);
        return images.erase(id);
      },
    },
    keys,
    clock: {
      now: () => Date.now() + ahead + state.passed,
      sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    },
    log: { info: write, error: write },
    addressOf: (request) => request.headers.get('x-test-address'),
  };
}
