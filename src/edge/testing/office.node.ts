import type { Review } from '#src/contract/agent/index.ts';
import { type ApplicationStatus, CARD_END_HEADER, type ResubmissionReply } from '#src/contract/index.ts';
import type { EventListener } from '../deps.ts';
import { signIn, type TestAgent, WITH_ADMIN } from './agents.node.ts';
import type { Bed, Beds } from './bed.node.ts';
import { CARD_END, idempotent } from './samples.node.ts';

/** An application, and the secret of its status page. */
interface Sent {
  readonly id: string;
  readonly secret: string;
}

export const pathOf = (id: string, rest = ''): string => `/api/agent/applications/${id}${rest}`;

/** A bed with an admin at its desk: what agents do with applications, and what customers see of it. */
export async function officeIn({ make }: Beds, settings: object = {}) {
  const told: string[] = [];
  const listeners: EventListener[] = [{ name: 'ears', tell: async (event) => void told.push(event.type) }];
  const bed: Bed = await make({ settings: { ...WITH_ADMIN, ...settings }, listeners });
  const admin = await signIn(bed);
  const beginAgain = ({ id, secret }: Sent): Promise<Response> =>
    bed.request(`/api/applications/${id}/resubmission`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}`, [CARD_END_HEADER]: CARD_END },
    });
  return {
    bed,
    admin,
    review: (id: string, agent = admin) => agent.get<Review>('GET', pathOf(id)),
    claim: (id: string, agent: TestAgent = admin) => agent.get('POST', pathOf(id, '/claim'), {}),
    decide: (id: string, over: object = {}, agent = admin) =>
      agent.send('POST', pathOf(id, '/decisions'), {
        kind: 'approve',
        reasons: [],
        comment: null,
        note: null,
        attempt: 1,
        ...over,
      }),
    status: async ({ id, secret }: Sent) => {
      const response = await bed.request(`/api/applications/${id}`, {
        headers: { authorization: `Bearer ${secret}` },
      });
      return (await response.json()) as ApplicationStatus;
    },
    /** The customer begins to send it again. */
    beginAgain,
    again: async (sent: Sent) => (await (await beginAgain(sent)).json()) as ResubmissionReply,
    sendAgain: (token: string, body: object, key = 'sent-again') =>
      bed.request('/api/applications', {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          ...idempotent(key),
        },
        body: JSON.stringify(body),
      }),
    /** What was told since it was last asked, but for submissions. */
    tellAll: async () => {
      await bed.runDue();
      await bed.runDue();
      return told.splice(0).filter((type) => type !== 'application.submitted');
    },
  };
}

export type Office = Awaited<ReturnType<typeof officeIn>>;
