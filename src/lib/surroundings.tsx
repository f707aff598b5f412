import { createContext, use } from 'react';
import type { ApplicationReceipt } from '#src/contract/index.ts';

/** The words of a partner in place of ours, in one language. */
type BrandWords = Readonly<
  Partial<Record<'welcomeTitle' | 'welcomeText' | 'doneTitle' | 'doneText' | 'helpText', string>>
>;

/** What is known of the pages around a frame whose camera is blocked. */
export interface CameraBlock {
  readonly code: string;
  /** What it may be, where that cannot be told apart. */
  readonly candidates: readonly string[];
  /** Origin of the page that has to change something. */
  readonly at: string | null;
}

/** What the flow stands in: a page of its own, or a partner's. */
export interface Surroundings {
  /** Whether a partner's page holds it: then no aside, no name of ours, and the height is the content's. */
  readonly framed: boolean;
  /** Whether the session began elsewhere: the BFF knows how far it is, this tab's cache does not. */
  readonly begunElsewhere: boolean;
  readonly name: string | null;
  readonly logo: string | null;
  readonly logoDark: string | null;
  readonly words: Readonly<Partial<Record<string, BrandWords>>>;
  /** E-mail or phone number that the partner knows already. */
  readonly contact: string | null;
  /** Leads back to the partner; null where there is nowhere to go. */
  readonly close: (() => void) | null;
  readonly onStep: (step: string) => void;
  readonly onReceipt: (receipt: Pick<ApplicationReceipt, 'id' | 'reference'>) => void;
  /** Whether another device can go on with this. */
  readonly mayHandOff: boolean;
  /** Finds out what keeps the camera from the frame, and tells the partner; null in a page of its own. */
  readonly diagnoseCamera: (() => Promise<CameraBlock>) | null;
}

const OWN_PAGE: Surroundings = {
  framed: false,
  begunElsewhere: false,
  name: null,
  logo: null,
  logoDark: null,
  words: {},
  contact: null,
  close: null,
  onStep: () => {},
  onReceipt: () => {},
  mayHandOff: true,
  diagnoseCamera: null,
};

const SurroundingsContext = createContext(OWN_PAGE);

export const SurroundingsProvider = SurroundingsContext;
export const useSurroundings = (): Surroundings => use(SurroundingsContext);
