import { randomBytes } from 'node:crypto';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root, run } from './run.ts';

/**
 * Proves that the gates of `npm test` can fail: in a copy of the project, each gate meets one planted
 * violation and has to refuse it, by name. A gate that has gone blind (a tool that reads no files and exits
 * 0) is found here.
 */
interface Plant {
  readonly what: string;
  readonly plant: () => void;
  readonly gate: readonly [string, ...string[]];
  /** What the gate has to say; its exit code alone could have another cause. */
  readonly says: readonly RegExp[];
}

const copy = mkdtempSync(join(tmpdir(), 'kenal-gates-'));
const at = (path: string) => join(copy, path);
const write = (path: string, text: string) => {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), text);
};

/** One forbidden import for each wall: the planted file and what it must not reach. */
const BREACHES: Record<string, readonly [string, string]> = {
  'wall-contract': ['src/contract/planted.ts', '#src/edge/app.ts'],
  'wall-country-my': ['src/countries/my/planted.ts', '#src/countries/pk/wire.ts'],
  'wall-imaging': ['src/imaging/planted.ts', '#src/contract/index.ts'],
  'wall-ui': ['src/ui/planted.ts', '#src/countries/types.ts'],
  'wall-lib': ['src/lib/planted.ts', '#src/countries/types.ts'],
  'wall-feature-capture': ['src/features/capture/planted.ts', '#src/features/form/planted.ts'],
  'wall-feature-form': ['src/features/form/planted.ts', '#src/app/planted.ts'],
  'wall-feature-console': ['src/features/console/planted.ts', '#src/features/capture/planted.ts'],
  'wall-app': ['src/app/planted.ts', '#src/imaging/index.ts'],
  'wall-edge': ['src/edge/planted.ts', '#src/imaging/index.ts'],
  'little-of-node-on-workerd': ['src/edge/workerd/planted.ts', 'node:fs'],
  'workerd-only-from-workerd': ['src/edge/planted-workerd.ts', './workerd/log.ts'],
  'node-files-only-from-node-files': ['src/edge/workerd/planted-node.ts', '../node/secret.node.ts'],
  'wall-engine': ['src/engine/planted.ts', '#src/edge/app.ts'],
  'no-node-on-the-web': ['src/lib/planted-node.ts', 'node:fs'],
  'cards-are-for-tests': ['src/ui/planted-cards.ts', '#tools/cards/index.ts'],
};

const PLANTS: readonly Plant[] = [
  {
    what: 'imports through every wall',
    plant: () => {
      for (const [file, target] of Object.values(BREACHES)) write(file, `import '${target}';\n`);
    },
    gate: ['depcruise', '--preserve-symlinks', '--config', '.dependency-cruiser.js', 'src'],
    says: Object.keys(BREACHES).map((name) => new RegExp(`error ${name}: `)),
  },
  {
    what: 'an export that nothing uses',
    plant: () => appendFileSync(at('src/edge/app.ts'), '\nexport const planted = 1;\n'),
    gate: ['knip'],
    says: [/planted/],
  },
  {
    what: 'a type error',
    plant: () => write('src/contract/planted.ts', "export const planted: number = 'one';\n"),
    gate: ['tsc', '-b'],
    says: [/contract\/planted\.ts.*not assignable/],
  },
  {
    what: 'the page in a country’s room',
    plant: () => write('src/countries/toolkit/planted.ts', 'export const planted = document.title;\n'),
    gate: ['tsc', '-b'],
    says: [/toolkit\/planted\.ts.*'document'/],
  },
  {
    what: 'Node in the edge’s room',
    plant: () => write('src/edge/planted.ts', 'export const planted = process.env;\n'),
    gate: ['tsc', '-b'],
    says: [/edge\/planted\.ts.*'process'/],
  },
  {
    what: 'a bundle over its budget',
    plant: () => {
      const assets = at('dist/assets');
      for (const name of readdirSync(assets).filter((file) => /^index-.*\.js$/.test(file)))
        appendFileSync(join(assets, name), `//${randomBytes(200_000).toString('base64')}`);
    },
    gate: ['size-limit'],
    says: [/exceeded/i],
  },
  {
    what: 'a file that is not formatted',
    plant: () => write('src/lib/planted.ts', 'export  const planted="x"\n'),
    gate: ['biome', 'check', 'src/lib'],
    says: [/planted\.ts/],
  },
];

async function makeCopy(): Promise<void> {
  const listed = await run('git', ['ls-files', '-co', '--exclude-standard']);
  for (const file of listed.output.split('\n').filter((name) => name && existsSync(join(root, name)))) {
    mkdirSync(dirname(at(file)), { recursive: true });
    cpSync(join(root, file), at(file));
  }
  cpSync(join(root, 'dist'), at('dist'), { recursive: true });
  if (existsSync(join(root, '.cache/tsc')))
    cpSync(join(root, '.cache/tsc'), at('.cache/tsc'), { recursive: true });
  symlinkSync(join(root, 'node_modules'), at('node_modules'));
  // Biome and knip ask git which files are ignored.
  await run('git', ['init', '-q'], { cwd: copy });
}

let failed = 0;
try {
  for (const { what, plant, gate, says } of PLANTS) {
    rmSync(copy, { recursive: true, force: true });
    mkdirSync(copy);
    await makeCopy();
    plant();
    const [program, ...args] = gate;
    const { code, output } = await run(program, args, { cwd: copy });
    const silent = says.filter((pattern) => !pattern.test(output));
    const caught = code !== 0 && silent.length === 0;
    if (!caught) {
      failed++;
      console.log(output.slice(-4000), `\nnot said: ${silent.join(' ')}`);
    }
    console.log(`${caught ? 'caught' : 'MISSED'}: ${what} (${program})`);
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
process.exit(failed ? 1 : 0);
