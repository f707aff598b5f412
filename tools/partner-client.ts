/**
 * Writes a typed TypeScript client of the partner API, from the description that the edge serves:
 * `node tools/partner-client.ts [FOLDER]`, into dist/partner-client where no folder is given.
 */
import { join } from 'node:path';
import { createClient } from '@hey-api/openapi-ts';
import { openapi } from '#src/edge/openapi/document.ts';
import { OPERATIONS } from '#src/edge/openapi/index.ts';

/** What a partner's server calls: with its key, and the session that it makes. */
const forPartners = OPERATIONS.filter(
  ({ auth, method, path }) => auth === 'partner' || (method === 'post' && path === '/api/sessions'),
).map((operation) => ({ ...operation, auth: 'partner' as const }));

/** What the client's functions are called. */
const NAMES: Readonly<Record<string, string>> = {
  'post /api/sessions': 'createSession',
  'get /api/sandbox/events': 'listSandboxEvents',
  'get /api/partner/applications': 'listApplications',
  'get /api/partner/applications/{id}': 'getApplication',
  'get /api/partner/applications/{id}/image': 'getApplicationImage',
  'get /api/partner/applications/{id}/audit': 'getApplicationAudit',
  'delete /api/partner/applications/{id}': 'eraseApplication',
  'get /api/partner/webhooks': 'listWebhooks',
  'post /api/partner/webhooks': 'addWebhook',
  'delete /api/partner/webhooks/{id}': 'removeWebhook',
  'post /api/partner/webhooks/{id}/rotate': 'rotateWebhookSecret',
  'post /api/partner/webhooks/{id}/enable': 'enableWebhook',
  'post /api/partner/webhooks/{id}/disable': 'disableWebhook',
  'get /api/partner/deliveries': 'listDeliveries',
  'post /api/partner/deliveries/{id}/resend': 'resendWebhook',
};

function described() {
  const document = openapi('https://kenal.example', forPartners);
  for (const [path, methods] of Object.entries(document.paths))
    for (const [method, operation] of Object.entries(methods)) {
      const name = NAMES[`${method} ${path}`];
      if (!name) throw new Error(`${method} ${path} has no name in the client`);
      Object.assign(operation, { operationId: name });
    }
  return document;
}

/** @param folder is emptied first. */
export async function writePartnerClient(folder: string): Promise<void> {
  await createClient({
    input: described() as never,
    output: { path: folder, header: '// Generated from /openapi.json by tools/partner-client.ts.' },
    plugins: ['@hey-api/client-fetch', '@hey-api/typescript', '@hey-api/sdk'],
    logs: { level: 'warn' },
  });
}

if (import.meta.main) await writePartnerClient(process.argv[2] ?? join('dist', 'partner-client'));
