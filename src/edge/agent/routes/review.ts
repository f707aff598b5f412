import {
  CLAIM_MS,
  correctionRequest,
  type DecisionKind,
  decisionRequest,
  REASONS,
  UNDO_MS,
} from '#src/contract/agent/index.ts';
import { commentContext } from '../../applications/record.ts';
import { readJson } from '../../body.ts';
import { utf8 } from '../../crypto/bytes.ts';
import { seal, sealJson } from '../../crypto/seal.ts';
import { loadCountry } from '../../offered.ts';
import { HttpProblem } from '../../problem.ts';
import { byAgent, type Desk } from '../desk.ts';
import { openImage } from '../review/image.ts';
import { correctionContext, openReview } from '../review/open.ts';
import { decisionContext } from '../review/words.ts';
import type { Handlers } from '../router.ts';
import { json } from './reply.ts';

/** Every kind but `approve` says why, in codes of its own. @throws HttpProblem invalid_request. */
function checkReasons(kind: DecisionKind, reasons: readonly string[]): void {
  const known: readonly string[] = REASONS[kind];
  const fit = reasons.every((reason) => known.includes(reason));
  if (!fit || (known.length > 0 && reasons.length === 0))
    throw new HttpProblem('invalid_request', { detail: 'reasons do not fit the kind' });
}

const words = (text: string | null): string | null => (text === '' ? null : text);

/** One application: seen, corrected, decided. */
export function reviewHandlers(desk: Desk): Handlers {
  const { store, keys, clock, countries } = desk.deps;

  const keyOf = async (id: string): Promise<CryptoKey> => {
    const row = await store.applications.find(id);
    if (!row) throw new HttpProblem('not_found');
    return keys.openDataKey(row.data_key);
  };

  return {
    'GET /api/agent/applications/:id': async (c) =>
      json(await openReview(desk, c.req.param('id') ?? '', c.var.agent.id)),

    'GET /api/agent/applications/:id/image': async (c) => {
      const attempt = c.req.query('attempt');
      if (attempt !== undefined && !/^\d{1,4}$/.test(attempt))
        throw new HttpProblem('invalid_request', { detail: 'attempt is a number' });
      const number = attempt === undefined ? null : Number(attempt);
      return openImage(desk, c.req.param('id') ?? '', number, c.var.agent.id);
    },

    'PUT /api/agent/applications/:id/corrections': async (c) => {
      const id = c.req.param('id') ?? '';
      const { field, value } = await readJson(c.req.raw, correctionRequest);
      const key = await keyOf(id);
      const line = await store.queue.find(id);
      if (!line) throw new HttpProblem('not_found');
      const { layout } = await loadCountry(countries, line.country);
      if (!layout.some(({ fields }) => fields.some(({ name }) => name === field)))
        throw new HttpProblem('invalid_request', { detail: 'field is none of this country' });
      const agentId = c.var.agent.id;
      const kept = await store.reviews.correct(
        {
          application_id: id,
          field,
          sealed: value === null ? null : await seal(key, correctionContext(id, field), utf8(value)),
          agent_id: agentId,
          at: clock.now(),
        },
        await desk.mark(id, 'application.corrected', byAgent(agentId), { field, kept: value !== null }),
      );
      if (!kept) throw new HttpProblem(line.open === 1 ? 'not_claimed' : 'already_decided');
      return json(await openReview(desk, id, agentId));
    },

    'POST /api/agent/applications/:id/decisions': async (c) => {
      const id = c.req.param('id') ?? '';
      const { kind, reasons, attempt, ...given } = await readJson(c.req.raw, decisionRequest);
      checkReasons(kind, reasons);
      const comment = words(given.comment);
      const note = words(given.note);
      const key = await keyOf(id);
      const decision = crypto.randomUUID();
      const now = clock.now();
      const { id: agentId, name } = c.var.agent;
      const detail = { decision, kind, reasons: reasons.join(' '), attempt };
      const refused = await store.decisions.decide(
        {
          id: decision,
          application_id: id,
          attempt,
          kind,
          reasons: JSON.stringify(reasons),
          sealed:
            comment === null && note === null
              ? null
              : await sealJson(key, decisionContext(decision), { comment, note }),
          comment: comment === null ? null : await seal(key, commentContext(id), utf8(comment)),
          agent_id: agentId,
          at: now,
          undoUntil: now + UNDO_MS,
        },
        await desk.mark(id, 'application.decided', byAgent(agentId), detail),
      );
      if (refused) throw new HttpProblem(refused === 'gone' ? 'not_found' : refused);
      const at = new Date(now).toISOString();
      const undoUntil = new Date(now + UNDO_MS).toISOString();
      const by = { id: agentId, name };
      return json({ id: decision, kind, reasons, comment, note, by, at, attempt, undoUntil }, 201);
    },

    'DELETE /api/agent/applications/:id/decisions/:decision': async (c) => {
      const id = c.req.param('id') ?? '';
      const decision = c.req.param('decision') ?? '';
      const now = clock.now();
      const agentId = c.var.agent.id;
      const undone = await store.decisions.undo(
        decision,
        { applicationId: id, agentId, now, undoMs: UNDO_MS, claimUntil: now + CLAIM_MS },
        await desk.mark(id, 'application.decision_undone', byAgent(agentId), { decision }),
      );
      if (!undone) throw new HttpProblem('too_late');
      return json(await openReview(desk, id, agentId));
    },
  };
}
