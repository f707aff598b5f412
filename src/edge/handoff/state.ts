import type { HandoffState } from '#src/contract/partner/index.ts';
import type { HandoffView } from '../stores/handoffs.ts';
import type { TokenClaims } from '../tokens.ts';

/** Which device of a hand-off comes with a token. */
export const sideOf = ({ handoff }: TokenClaims): HandoffState['holder'] =>
  handoff === undefined ? 'desktop' : 'phone';

/** Where a hand-off stands, as its followers are told. */
export function handoffStateOf(view: HandoffView, now: number): HandoffState {
  const runOut = view.state !== 'joined' && view.expires_at <= now;
  return {
    id: view.id,
    state: view.application_id !== null ? 'done' : runOut ? 'ended' : view.state,
    holder: view.holder,
    draftAt: view.draft_at ?? 0,
    applicationId: view.application_id,
    expiresAt: new Date(view.expires_at).toISOString(),
  };
}

/** Nothing follows upon these. */
export const isOver = ({ state }: HandoffState): boolean => state === 'done' || state === 'ended';
