/**
 * The walls of docs/design: who may import whom. Each module lists what it may reach; everything else is
 * forbidden, so a new dependency has to be written here first.
 */
const within = (...paths) => `^(${paths.join('|')})`;
const pkg = (...names) => names.map((name) => `node_modules/${name}/`);

/** module → [what its files are, what they may import]. Tests beside the code may reach further. */
const WALLS = {
  contract: [['src/contract/'], ['src/contract/', ...pkg('zod')]],
  'country-types': [
    ['src/countries/(types|reader-types)\\.ts$'],
    ['src/contract/', 'src/countries/(types|reader-types)\\.ts$'],
  ],
  toolkit: [
    ['src/countries/toolkit/'],
    [
      'src/countries/toolkit/',
      'src/countries/(types|reader-types)\\.ts$',
      'src/contract/',
      ...pkg('zod', 'libphonenumber-js'),
    ],
  ],
  'country-registry': [['src/countries/[a-z]+\\.gen\\.ts$'], ['src/countries/']],
  'country-my': [
    ['src/countries/my/'],
    [
      'src/countries/my/',
      'src/countries/toolkit/',
      'src/countries/(types|reader-types)\\.ts$',
      'src/contract/',
      ...pkg('zod', 'malaysia-postcodes'),
    ],
  ],
  'country-pk': [
    ['src/countries/pk/'],
    [
      'src/countries/pk/',
      'src/countries/toolkit/',
      'src/countries/(types|reader-types)\\.ts$',
      'src/contract/',
      ...pkg('zod'),
    ],
  ],
  imaging: [['src/imaging/'], ['src/imaging/']],
  branding: [['src/branding/'], ['src/branding/', 'src/contract/', ...pkg('culori')]],
  ui: [['src/ui/'], ['src/ui/', 'src/lib/', 'node_modules/']],
  lib: [['src/lib/'], ['src/lib/', 'src/ui/', 'src/contract/', 'node_modules/']],
  'feature-capture': [
    ['src/features/capture/'],
    [
      'src/features/capture/',
      'src/contract/',
      'src/countries/(types|registry\\.gen)\\.ts$',
      'src/imaging/',
      'src/ui/',
      'src/lib/',
      'node_modules/',
    ],
  ],
  'feature-form': [
    ['src/features/form/'],
    [
      'src/features/form/',
      'src/contract/',
      'src/countries/(types|registry\\.gen)\\.ts$',
      'src/countries/toolkit/',
      'src/imaging/',
      'src/ui/',
      'src/lib/',
      'node_modules/',
    ],
  ],
  'feature-embed': [
    ['src/features/embed/'],
    ['src/features/embed/', 'src/branding/', 'src/contract/', 'src/ui/', 'src/lib/', 'node_modules/'],
  ],
  'feature-developers': [
    ['src/features/developers/'],
    ['src/features/developers/', 'src/branding/', 'src/contract/', 'src/ui/', 'src/lib/', 'node_modules/'],
  ],
  'feature-handoff': [
    ['src/features/handoff/'],
    ['src/features/handoff/', 'src/contract/', 'src/ui/', 'src/lib/', 'node_modules/'],
  ],
  'feature-console': [
    ['src/features/console/'],
    [
      'src/features/console/',
      'src/branding/',
      'src/contract/',
      'src/countries/(types|registry\\.gen)\\.ts$',
      'src/countries/toolkit/',
      'src/imaging/',
      'src/ui/',
      'src/lib/',
      'node_modules/',
    ],
  ],
  app: [
    ['src/app/'],
    [
      'src/app/',
      'src/features/',
      'src/ui/',
      'src/lib/',
      'src/contract/',
      'src/countries/(types|registry\\.gen)\\.ts$',
      'src/countries/toolkit/',
      'node_modules/',
    ],
  ],
  edge: [
    ['src/edge/(?!.*\\.node\\.ts$)'],
    [
      'src/edge/(?!.*\\.node\\.ts$)',
      'src/branding/',
      'src/contract/',
      'src/countries/(?!.*/reader/)',
      'node_modules/',
    ],
  ],
  'edge-on-node': [
    ['src/edge/.*\\.node\\.ts$'],
    [
      'src/edge/',
      'src/engine/index\\.ts$',
      'src/branding/',
      'src/contract/',
      'src/countries/(?!.*/reader/)',
      'node_modules/',
      'node:',
    ],
  ],
  engine: [
    ['src/engine/'],
    ['src/engine/', 'src/contract/', 'src/countries/', 'src/imaging/', 'node_modules/', 'node:'],
  ],
  sdk: [['src/sdk/'], ['src/sdk/', 'src/contract/']],
  cards: [
    ['tools/cards/'],
    [
      'tools/cards/',
      'src/contract/',
      'src/countries/types\\.ts$',
      'src/countries/[a-z]{2}/wire\\.ts$',
      'node_modules/',
      'node:',
    ],
  ],
};

const TESTS = '\\.test\\.tsx?$';
const WORKERD = '^src/edge/(testing/)?workerd/';

export default {
  forbidden: [
    ...Object.entries(WALLS).map(([name, [from, to]]) => ({
      name: `wall-${name}`,
      severity: 'error',
      from: { path: within(...from), pathNot: TESTS },
      to: {
        pathNot: within(...to),
        // Built-in modules appear without a path; those are ruled by no-node below.
        dependencyTypesNot: ['core'],
      },
    })),
    {
      name: 'no-node-on-the-web',
      comment: 'Only the engine, the *.node.ts files of the edge and tools run on Node alone.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/engine/', '\\.node\\.ts$', WORKERD, TESTS] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'little-of-node-on-workerd',
      comment: 'The context of an event, which the platform offers under this name alone.',
      severity: 'error',
      from: { path: WORKERD, pathNot: ['\\.node\\.ts$', TESTS] },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?async_hooks$' },
    },
    {
      name: 'workerd-only-from-workerd',
      comment: 'What belongs to that platform is reached from its entry alone; Postgres is for both.',
      severity: 'error',
      from: { path: '^src/edge/', pathNot: [WORKERD, '^src/edge/entry\\.workerd\\.ts$', TESTS] },
      to: { path: WORKERD },
    },
    {
      name: 'node-files-only-from-node-files',
      severity: 'error',
      from: { path: '^src/edge/', pathNot: ['\\.node\\.ts$', TESTS] },
      to: { path: '\\.node\\.ts$' },
    },
    {
      name: 'cards-are-for-tests',
      comment: 'What ships must not contain the drawing of cards.',
      severity: 'error',
      from: { path: '^src/', pathNot: TESTS },
      to: { path: '^(tools|bench|e2e)/' },
    },
    {
      name: 'no-cycle',
      severity: 'error',
      from: { path: '^(src|tools)/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
    {
      name: 'zod-mini-only',
      comment: 'Classic zod is four times the size and trips a strict CSP.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: 'node_modules/zod/', pathNot: 'node_modules/zod/(src/)?(mini|v4/mini)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.cache)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.json'],
    },
  },
};
