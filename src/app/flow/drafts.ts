import { putDraft } from '#src/lib/api/drafts.ts';
import { createDraftSaver } from './draft-saver.ts';
import { session } from './session.ts';

/** The saver of this tab's drafts. */
export const drafts = createDraftSaver((draft, leaving, signal) =>
  session.call((token) => putDraft(token, draft, { leaving, signal })),
);
