/**
 * Proves that the tests of security headers and token rules can fail: in a copy of the project, each rule is taken out
 * or loosened by itself, and the tests that guard it have to go red. `node tools/loosened.ts [WORD …]`; some four
 * seconds a rule, which is why `npm test` does not wait for it. Ends with 1 if a rule can be loosened unseen.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root, run } from './run.ts';

interface Loosening {
  readonly rule: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** File of the tests, and which of them. */
  readonly tests: readonly [file: string, names: string];
}

const SUITE = 'src/edge/edge-on-sqlite.test.ts';
const HEADERS = 'src/edge/middleware/security-headers.test.ts';

const of =
  (file: string, tests: Loosening['tests']) =>
  (rule: string, from: string, to: string): Loosening => ({ rule, file, from, to, tests });

const token = of('src/edge/tokens.ts', [SUITE, 'token rules']);
const session = of('src/edge/middleware/session.ts', [SUITE, 'token rules']);
const sessions = of('src/edge/stores/sessions.ts', [SUITE, 'token rules']);
const readings = of('src/edge/routes/readings.ts', [SUITE, 'token rules|limits that']);
const header = of('src/edge/middleware/security-headers.ts', [HEADERS, '']);
const renewal = of('src/edge/routes/sessions.ts', [SUITE, 'token rules|partners|hand-off']);
const proof = of('src/edge/sessions/proof.ts', [SUITE, 'proof of work']);

const LOOSENINGS: readonly Loosening[] = [
  token('token: issuer', 'issuer: ISSUER, ', ''),
  token('token: audience', 'audience: AUDIENCE, ', ''),
  token('token: algorithm', "algorithms: ['HS256'], ", ''),
  token('token: key id', "keys.verifying(header.kid ?? '')", 'keys.signing.key'),
  token('token: time', 'now / 1000 < known.expires + graceSeconds', 'true'),
  token('token: 30 minutes', 'TOKEN_SECONDS = 30 * 60', 'TOKEN_SECONDS = 60 * 60'),
  token(
    'token: claims',
    'countries: z.array(z.string()),',
    'countries: z._default(z.array(z.string()), []),',
  ),
  sessions('token: session', ".where('sessions.id', '=', id)", ".where('sessions.id', '>', '')"),
  sessions('token: session lasts', ".where('sessions.expires_at', '>', now)", ''),
  of('src/edge/stores/sessions.ts', [SUITE, 'disabled'])(
    'token: partner disabled',
    ".where('partners.disabled_at', 'is', null)",
    '',
  ),
  of('src/edge/stores/sessions.ts', [SUITE, 'hand-off'])(
    "token: a phone's, out of its hand-off",
    ".where('handoffs.state', '=', 'joined')",
    '',
  ),
  renewal('renewal: a partner asks for it', 'valid || handoff ?', 'true ?'),
  renewal('renewal: origin', 'checkOrigin(request, claims, settings.publicUrl);', ''),
  renewal(
    'renewal: nothing of its own on a phone',
    'claims?.handoff && (await store.sessions.reach(claims.sessionId, now))',
    'false',
  ),
  session('token: origin of a script', '!ours.includes(sender)', 'false'),
  session('token: page around the frame', 'parent !== origin', 'false'),
  session('token: countries', '!countries.includes(country)', 'false'),
  session('token: submitted', 'c.var.session.application_id !== null', 'false'),
  readings('readings: countries', "requireCountry(c.var.claims, c.req.param('country'));", ''),
  readings('readings: submitted', '    requireOpen,\n', ''),
  readings('readings: limit per partner', ", 'readingsPerPartner'", ''),
  of('src/edge/routes/applications.ts', [SUITE, 'token rules'])(
    'applications: countries',
    'requireCountry(c.var.claims, submission.country);',
    '',
  ),
  of('src/edge/routes/draft.ts', [SUITE, 'token rules'])('draft: submitted', 'requireOpen, ', ''),
  of('src/edge/stores/drafts.ts', [SUITE, 'hand-off'])(
    'draft: turn',
    ".where('handoffs.holder', '!=', by)",
    ".where('handoffs.holder', 'is', null as never)",
  ),
  of('src/edge/applications/follow.ts', [SUITE, 'token rules'])(
    "applications: another session's token",
    "session?.application_id === row.id ? 'own'",
    "session ? 'own'",
  ),
  of('src/edge/stores/readings.ts', [SUITE, 'token rules'])(
    "readings: another session's",
    ".where('id', '=', id)\n        .where('session_id', '=', sessionId)",
    ".where('id', '=', id)",
  ),
  of('src/edge/readings/read-card.ts', [SUITE, 'limits that'])(
    'readings: charged FAILs',
    'MAX_CHARGED_FAILS = 8',
    'MAX_CHARGED_FAILS = 80',
  ),
  of('src/edge/crypto/keyring.ts', [SUITE, 'previous SECRET_KEY'])(
    'keys: the one before',
    'verifying: (id) => known.get(id)?.signing ?? null',
    'verifying: (id) => (id === current.id ? current.signing : null)',
  ),
  of('src/edge/node/peer.node.ts', ['src/edge/node/trust-proxy.test.ts', ''])(
    'addresses: TRUST_PROXY',
    '  if (!peer || !isTrusted(peer, proxies)) return peer;\n',
    '  if (!peer) return peer;\n',
  ),
  of('src/edge/node/start.node.ts', ['src/edge/node/traces.test.ts', ''])(
    'traces: TRUST_PROXY',
    'trusts: (env) => isTrusted(peerOf(env), proxies)',
    'trusts: () => true',
  ),
  proof('proof: asked for', "if (!given) throw new HttpProblem('proof_required');", 'if (!given) return;'),
  proof('proof: verified', '!verified || ', ''),
  proof('proof: time', ' || expires <= clock.now()', ''),
  proof('proof: once', '(uses.get(spent) ?? 0) > 1', 'false'),
  header('CSP: default', `"default-src 'none'",`, `"default-src 'self'",`),
  header('CSP: inline scripts', `"script-src 'self'",`, `"script-src 'self' 'unsafe-inline'",`),
  header('CSP: eval', `"script-src 'self'",`, `"script-src 'self' 'unsafe-eval'",`),
  header('CSP: inline styles', `["'self'", ...styles`, `["'self' 'unsafe-inline'", ...styles`),
  header("CSP: others' images", `"img-src 'self' blob: data:",`, `"img-src * blob: data:",`),
  header('CSP: calls elsewhere', `"connect-src 'self'",`, `"connect-src *",`),
  header('CSP: workers', `"worker-src 'self'",`, `"worker-src 'self' blob:",`),
  header('CSP: base', `    "base-uri 'none'",\n`, ''),
  header('CSP: forms', `    "form-action 'self'",\n`, ''),
  header('CSP: frames', `ancestors.join(' ') : "'none'"`, `ancestors.join(' ') : '*'`),
  header('CSP: frames of other paths', 'path === FRAME ? ((await', 'path !== "x" ? ((await'),
  header('CSP: no origin', 'ancestors.filter((origin) => ORIGIN.test(origin))', 'ancestors'),
  header(
    'CSP: wasm in pages',
    `const SCRIPT_CSP = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'`,
    `const SCRIPT_CSP = "default-src 'none'; script-src 'self' 'unsafe-eval'`,
  ),
  header('CSP: data', '; sandbox"', '"'),
  header(
    'CSP: hashes of the console alone',
    'CONSOLE.test(path) ? REACT_ARIA_STYLES : []',
    'REACT_ARIA_STYLES',
  ),
  header('HSTS', "if (https) headers.set('strict-transport-security', HSTS);", ''),
  header('Permissions-Policy', "'camera=(self)'", "'camera=*'"),
  header('Permissions-Policy: microphone', "  'microphone=()',\n", ''),
  header('Referrer-Policy', "'no-referrer'", "'origin'"),
  header('nosniff', "headers.set('x-content-type-options', 'nosniff');", ''),
  header('COOP', "headers.set('cross-origin-opener-policy', 'same-origin');", ''),
  header('CORP', "elsewhere ? 'cross-origin' : 'same-origin'", "'cross-origin'"),
  header('CORP of /embed', "elsewhere ? 'cross-origin' : 'same-origin'", "'same-origin'"),
  header(
    'COEP of /embed',
    "path === FRAME || type.startsWith('text/javascript')",
    "type.startsWith('text/javascript')",
  ),
  header(
    "CORS of others' scripts",
    'if (PARTNER_SCRIPT.test(path)) headers',
    "if (type.startsWith('text/javascript')) headers",
  ),
  header(
    'no-store',
    "if (path.startsWith('/api/') && !headers.has('cache-control')) headers.set('cache-control', 'no-store');",
    '',
  ),
];

const copy = mkdtempSync(join(tmpdir(), 'kenal-loosened-'));

async function makeCopy(): Promise<void> {
  const { output } = await run('git', ['ls-files', '-co', '--exclude-standard']);
  for (const file of output.split('\n').filter((name) => name && existsSync(join(root, name)))) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(join(root, file), join(copy, file));
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
}

async function result([suite, names]: Loosening['tests']): Promise<'green' | 'red' | 'not run'> {
  const filter = names ? ['-t', names] : [];
  const { code, output } = await run('vitest', ['run', suite, ...filter], {
    cwd: copy,
    env: { NO_COLOR: '1' },
  });
  if (code === 0 && /Tests .*\d+ passed/.test(output)) return 'green';
  // A file that cannot be loaded has seen nothing.
  return /Tests .*\d+ failed/.test(output) ? 'red' : 'not run';
}

/** What the tests come to with one rule loosened, and nothing but that. */
async function loosened({ file, from, to, tests }: Loosening): ReturnType<typeof result> {
  const path = join(copy, file);
  const source = readFileSync(path, 'utf8');
  writeFileSync(path, source.replace(from, to));
  const came = await result(tests);
  writeFileSync(path, source);
  return came;
}

for (const { rule, file, from } of LOOSENINGS)
  if (!readFileSync(join(root, file), 'utf8').includes(from))
    throw new Error(`${rule}: ${file} has no ${from}`);
const wanted = process.argv.slice(2);
const chosen = LOOSENINGS.filter(({ rule }) => !wanted.length || wanted.some((word) => rule.includes(word)));
let unseen = 0;
try {
  await makeCopy();
  for (const tests of new Map(chosen.map((each) => [each.tests.join(), each.tests])).values())
    if ((await result(tests)) !== 'green') throw new Error(`${tests.join(': ')} is not green as it is`);
  for (const loosening of chosen) {
    const came = await loosened(loosening);
    if (came !== 'red') unseen++;
    console.log(`${came === 'red' ? 'noticed' : `UNSEEN (${came})`}: ${loosening.rule}`);
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
console.log(`${chosen.length - unseen} of ${chosen.length} are noticed`);
process.exit(unseen ? 1 : 0);
