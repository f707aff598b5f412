import { readdirSync, readFileSync } from 'node:fs';

/**
 * Budgets of what a person downloads, gzip. The lists are read from what was built: what `index.html` asks for
 * is the first screen, what only `/agent` leads to is the console, and of the rest each part is named by what it
 * is for. A list that is empty is a fault of this file, not a small bundle.
 */
const built = readdirSync('dist/assets').filter((name) => /\.(js|css|woff2)$/.test(name));
const html = readFileSync('dist/index.html', 'utf8');
const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'));

const AGENT = 'src/app/agent/entry.tsx';
if (!manifest[AGENT]) throw new Error(`${AGENT} is not a part of its own`);

/** The files that this part leads to, itself included; parts that `shut` says are not entered. */
function reached(from, shut = () => false, seen = new Set(), out = new Set()) {
  if (shut(from) || seen.has(from)) return out;
  seen.add(from);
  const { file, imports = [], dynamicImports = [], css = [] } = manifest[from];
  for (const path of [file, ...css]) out.add(path.replace('assets/', ''));
  for (const next of [...imports, ...dynamicImports]) reached(next, shut, seen, out);
  return out;
}
const customers = reached('index.html', (key) => key === AGENT);
const console_ = [...reached(AGENT)].filter((name) => !customers.has(name));
const files = built.filter((name) => !console_.includes(name));
const first = files.filter((name) => name.endsWith('.js') && html.includes(`/assets/${name}`));

/** Loaded only for a HEIC or PDF file, by another language or country, or where a worker cannot start. */
const ELSEWHERE = /^(heic|pdf|prepare|encode|canvas|warp|status|pk|words\.(ms|ur))-/;
/** Loaded only in a partner's page, on a hand-off, or in the console. */
const OTHER_WAYS = /^src\/(app|features)\/(embed|start|handoff|developers|agent|console)\//;
const otherWays = new Set();
for (const part of Object.values(manifest))
  if (OTHER_WAYS.test(part.src ?? '')) otherWays.add(part.file.replace('assets/', ''));
// What only these load belongs to them.
const loaders = (key) =>
  Object.values(manifest).filter((part) => part.imports?.includes(key) || part.dynamicImports?.includes(key));
for (let grew = true; grew; ) {
  grew = false;
  for (const [key, part] of Object.entries(manifest)) {
    const name = part.file.replace('assets/', '');
    const by = loaders(key).map(({ file }) => file.replace('assets/', ''));
    if (part.isEntry || otherWays.has(name) || by.length === 0) continue;
    if (by.every((loader) => otherWays.has(loader))) grew = Boolean(otherWays.add(name));
  }
}
const scripts = files.filter((name) => name.endsWith('.js') && !ELSEWHERE.test(name) && !otherWays.has(name));
/**
 * Where the way of a customer does not lead: another country or language, a page of its own, what the office asks
 * for later, a proof of work (off by default), a worker's absence.
 */
const ASIDE =
  /^(_asked-|src\/(app\/(agent|ask|developers|embed|handoff|missing|start|status)\b|countries\/(pk\/|toolkit\/phones\.ts)|lib\/proof\/|.*words\.(ms|ur)\.ts|features\/capture\/core\/photo\/))/;
// Vite does not list workers: the camera's, and the encoder that it has a copy of.
const inWorker = ['capture.worker-', 'browser-image-compression-'].map((start) => {
  const name = scripts.find((file) => file.startsWith(start));
  if (!name) throw new Error(`no ${start} was built`);
  return name;
});
const flow = [
  ...[...reached('index.html', (key) => ASIDE.test(key))].filter((name) => name.endsWith('.js')),
  ...inWorker,
];
// What the camera view asks for beyond the first screen: its code, its worker, its words in one language.
const ofCapture = (name) => readFileSync(`dist/assets/${name}`, 'utf8').includes('"capture.choose.title"');
const camera = flow.filter(
  (name) => /^(capture|scenes)/.test(name) || (/^words\.en-/.test(name) && ofCapture(name)),
);
// The encoder is fetched by the worker when the first photo has been taken.
const encoder = flow.filter((name) => name.startsWith('browser-image-compression'));

const budget = (name, list, limit) => {
  if (list.length === 0) throw new Error(`nothing was built for "${name}"`);
  return { name, path: list.map((file) => `dist/assets/${file}`), limit, gzip: true };
};

export default [
  budget('first screen, script', first, '95 kB'),
  budget(
    'first screen, style',
    files.filter((name) => /^index-.*\.css$/.test(name)),
    '10 kB',
  ),
  // Who gives an e-mail address; a telephone number asks for the next line too.
  budget('whole way of a customer, script', flow, '190 kB'),
  budget(
    'telephone numbers, when the first digit is typed',
    files.filter((name) => name.startsWith('phones-')),
    '12 kB',
  ),
  budget('camera view: code, analysis in the worker, words', camera, '40 kB'),
  budget('compression, after the shot', encoder, '21 kB'),
  { name: "partners' script", path: 'dist/embed.js', limit: '6 kB', gzip: true },
  budget(
    'console, script and style of one language',
    console_.filter((name) => !ELSEWHERE.test(name)),
    '250 kB',
  ),
  {
    ...budget(
      'fonts, English',
      files.filter((name) => /latin.*\.woff2$/.test(name)),
      '60 kB',
    ),
    gzip: false,
  },
];
