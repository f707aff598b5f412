import type { Settings } from '../settings.ts';
import type { NodeMetrics } from './metrics.node.ts';
import { keyMatcher } from './ocr-keys.node.ts';
import { isDirectAndLocal, peerOf } from './peer.node.ts';

/** `/metrics`: for who bears METRICS_TOKEN, and for this machine itself while PUBLIC_URL is no other. */
export function metricsRoute({ metricsToken, publicUrl }: Settings, metrics: NodeMetrics) {
  const matches = metricsToken ? keyMatcher([metricsToken]) : () => false;
  return async (request: Request, env: unknown): Promise<Response> => {
    const token = /^Bearer (.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
    const allowed = token ? matches(token) : isDirectAndLocal(request, peerOf(env), publicUrl);
    if (!allowed) return new Response(null, { status: 404 });
    const headers = { 'content-type': metrics.contentType, 'cache-control': 'no-store' };
    return new Response(await metrics.text(), { headers });
  };
}
