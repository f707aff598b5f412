import type { FieldFigures, Figures } from './figures.ts';
import type { PeerFigures } from './peer-fields.ts';
import type { Share } from './score.ts';
import type { Served, Soaked } from './serve.ts';

/** What was measured, part by part, each with the command that did it last. */
export interface Run {
  readonly reading?: Part<{ cards: number; negatives: number; figures: Figures }>;
  readonly serving?: Part<Served>;
  readonly soak?: Part<Soaked>;
  readonly peers?: Part<PeerComparison>;
}

type Part<T> = T & { readonly command: string };

/** Kenal and its peers on the same photos, each asked one at a time. */
export interface PeerComparison {
  readonly photos: number;
  readonly kenal: { readonly exact: Share; readonly p50: number };
  readonly others: readonly PeerFigures[];
}

const percent = ({ share, low, high }: Share): string =>
  `${(100 * share).toFixed(2)} % (${(100 * low).toFixed(1)}–${(100 * high).toFixed(1)})`;
const short = (figures: FieldFigures | undefined): string =>
  figures ? `${(100 * figures.exact.share).toFixed(2)} %` : '–';
const row = (...cells: (string | number)[]): string => `| ${cells.join(' | ')} |`;

/** The whole report as Markdown, as far as it was measured. */
export function table(run: Run): string {
  const lines = [
    '# Reading: figures',
    ...(run.reading ? reading(run.reading) : []),
    ...(run.serving ? serving(run.serving) : []),
    ...(run.soak ? soak(run.soak) : []),
    ...(run.peers ? peers(run.peers) : []),
  ];
  return `${lines.join('\n')}\n`;
}

const HEAD = [row('what', 'measured'), row('---', '---')];

function reading({ figures: f, command, cards, negatives }: NonNullable<Run['reading']>): string[] {
  const fields = Object.entries(f.byField).map(([name, by]) =>
    row(
      name,
      percent(by.all!.exact),
      short(by.scan),
      short(by.good),
      short(by.hard),
      `${(100 * by.all!.ignoringSpaces.share).toFixed(2)} %`,
      `${(100 * by.all!.cer).toFixed(2)} %`,
    ),
  );
  const address = f.byField['my Address']?.all;
  return [
    '',
    `\`${command}\`: ${cards} cards and ${negatives} negatives of the report set. A refused card counts all its fields as wrong; intervals are 95 % (Wilson).`,
    '',
    ...HEAD,
    row('fields exact, scans and good photos', percent(f.scansAndGood)),
    row('fields exact, hard photos', percent(f.hard)),
    row('address exact, case and spacing normalised, scans and good photos', percent(f.addressTokens)),
    row('… to the letter', percent(f.addressLetter)),
    row('… ignoring all spaces', percent(f.addressBare)),
    ...(address ? [row('… to the letter, all levels', percent(address.exact))] : []),
    row('wrong number sent as OK, of cards', percent(f.wrongNumber)),
    row('cards refused', percent(f.cardsRefused)),
    row('non-cards and wrong cards refused', percent(f.negativesRefused)),
    row('… of them as "not identity card"', percent(f.negativesAsNotCard)),
    row('expected calibration error, 10 bins of equal mass', f.ece.toFixed(4)),
    row('fields marked doubtful: of the wrong ones', percent(f.doubtfulWrong)),
    row('fields marked doubtful: of the right ones', percent(f.doubtfulRight)),
    ...Object.entries(f.warnings).map(([name, { hit, falseAlarm }]) =>
      row(
        `warning "${name}": given rightly / false alarms`,
        `${hit.all > 0 ? percent(hit) : 'none in the set'} / ${percent(falseAlarm)}`,
      ),
    ),
    '',
    row('field', 'exact', 'scan', 'good', 'hard', 'ignoring spaces', 'CER'),
    row('---', '---', '---', '---', '---', '---', '---'),
    ...fields,
  ];
}

function serving(run: NonNullable<Run['serving']>): string[] {
  const { command, latency, detailed, cpuMs, detailedCpuMs, throughput, warmMs } = run;
  const times = ({ p50, p95, p99 }: typeof latency) =>
    `${Math.round(p50)} / ${Math.round(p95)} / ${Math.round(p99)} ms`;
  const rates = Object.entries(throughput).map(([at, rate]) => `${rate.toFixed(1)} at ${at}`);
  return [
    '',
    `\`${command}\`: photos of up to 200 KB through HTTP, two processors, other processes taking ${Math.round(100 * latency.otherLoad)} % of them.`,
    '',
    ...HEAD,
    row(`latency of ${latency.requests} requests, one at a time: p50 / p95 / p99`, times(latency)),
    row('… with `details=true`', times(detailed)),
    row(
      'processor time for such a photo / with `details=true`',
      `${Math.round(cpuMs)} / ${Math.round(detailedCpuMs)} ms`,
    ),
    row('throughput, photos/s', rates.join(' · ')),
    row('warm after', `${Math.round(warmMs)} ms`),
  ];
}

/** First, highest and last figure, each with the readings before it. */
function soak({ command, memory: all }: NonNullable<Run['soak']>): string[] {
  const highest = all.reduce((a, b) => (b[1] > a[1] ? b : a));
  const told = [all[0]!, highest, all.at(-1)!].map(([readings, mb]) => `${mb} MB after ${readings}`);
  return [
    '',
    `\`${command}\`: resident memory of the serving process over photos of every size, two at a time: ${told.join(' · ')}.`,
  ];
}

function peers({ command, photos, kenal, others }: NonNullable<Run['peers']>): string[] {
  const times = (share: Share) =>
    `${percent(share)} · ${(kenal.exact.share / Math.max(share.share, 1e-9)).toFixed(2)} ×`;
  return [
    '',
    `\`${command}\`: the same ${photos} photos one at a time; ×: how many times as many fields Kenal delivers right, and how many times as fast it is.`,
    '',
    row('reader', 'fields found in the raw text', 'fields right behind Kenal’s field parser', 'p50'),
    row('---', '---', '---', '---'),
    row('Kenal', '', percent(kenal.exact), `${Math.round(kenal.p50)} ms`),
    ...others.map(({ name, inRawText, behindParser, p50 }) =>
      row(
        name,
        times(inRawText),
        times(behindParser),
        `${Math.round(p50)} ms · ${(p50 / kenal.p50).toFixed(1)} ×`,
      ),
    ),
  ];
}
