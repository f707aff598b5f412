import type { SessionReply } from '#src/contract/index.ts';
import { type EdgeDeps, readerOf } from '../deps.ts';
import { iso } from '../iso.ts';
import { partnerReply } from '../partner/session.ts';
import type { SessionRow } from '../stores/sessions.ts';
import { issueToken, TOKEN_SECONDS, type Verified } from '../tokens.ts';

/** The reply for a session, with a token of its own. @param handoff the token is a phone's. */
export async function sessionReplyOf(
  deps: EdgeDeps,
  session: Pick<SessionRow, 'id'> & Partial<SessionRow>,
  { handoff = null, given }: { handoff?: string | null; given?: { token: string; claims: Verified } } = {},
): Promise<SessionReply> {
  const { keys, clock, settings, countries: entries } = deps;
  const own = { countries: entries.map(({ code }) => code), partner: null };
  const of = session.partner_id ? await partnerReply(deps, session as SessionRow, handoff) : own;
  const { partner, countries } = of;
  const now = clock.now();
  const claims = {
    sessionId: session.id,
    countries,
    ...(partner && { client: partner.client }),
    ...(partner?.origin && !handoff && { origin: partner.origin }),
    ...(handoff && { handoff }),
  };
  return {
    token: given?.token ?? (await issueToken(keys, claims, now)),
    sessionId: session.id,
    expiresAt: iso((given?.claims.expires ?? Math.floor(now / 1000) + TOKEN_SECONDS) * 1000),
    countries,
    allowManual: settings.allowManual,
    // Test sessions are read here, whoever reads the others.
    reader: partner?.mode === 'test' ? { kind: 'embedded', operator: null } : readerOf(deps),
    partner,
  };
}
