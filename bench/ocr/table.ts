import type { FieldFigures, Figures } from './figures.ts';
import type { PeerFigures } from './peer-fields.ts';
import type { Share } from './score.ts';
import type { Served } from './serve.ts';

export interface Run {
  readonly command: string;
  readonly cards: number;
  readonly negatives: number;
  readonly figures: Figures;
  readonly served: Served;
  readonly kenalOnPeerPhotos: { readonly exact: Share; readonly p50: number } | null;
  readonly peers: readonly PeerFigures[];
}

const percent = ({ share, low, high }: Share): string =>
  `${(100 * share).toFixed(2)} % (${(100 * low).toFixed(1)}–${(100 * high).toFixed(1)})`;
const short = (figures: FieldFigures | undefined): string =>
  figures ? `${(100 * figures.exact.share).toFixed(2)} %` : '–';
const row = (...cells: (string | number)[]): string => `| ${cells.join(' | ')} |`;

/** The whole report as Markdown. */
export function table(run: Run): string {
  const { figures: f, served } = run;
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
  const throughput = Object.entries(served.throughput).map(([at, rate]) => `${rate.toFixed(1)} at ${at}`);
  const lines = [
    '# Reading: figures',
    '',
    `\`${run.command}\`: ${run.cards} cards and ${run.negatives} negatives of the report set. A refused card counts all its fields as wrong; intervals are 95 % (Wilson).`,
    '',
    row('what', 'measured'),
    row('---', '---'),
    row('fields exact, scans and good photos', percent(f.scansAndGood)),
    row('fields exact, hard photos', percent(f.hard)),
    row('address exact (case and spacing normalised), scans and good photos', percent(f.addressGood)),
    row('wrong number sent as OK, of cards', percent(f.wrongNumber)),
    row('cards refused', percent(f.cardsRefused)),
    row('non-cards and wrong cards refused', percent(f.negativesRefused)),
    row('… of them as "not identity card"', percent(f.negativesAsNotCard)),
    row('expected calibration error, 10 bins of equal mass', f.ece.toFixed(4)),
    row('fields marked doubtful: of the wrong ones', percent(f.doubtfulWrong)),
    row('fields marked doubtful: of the right ones', percent(f.doubtfulRight)),
    row('latency through HTTP, ≤ 200 KB, idle: p50 / p95 / p99', ms(served)),
    row('processor time for such a photo', `${Math.round(served.cpuMs)} ms`),
    row('throughput, photos/s', throughput.join(' · ')),
    row('resident memory of the serving process', memory(served)),
    row('warm after', `${Math.round(served.warmMs)} ms`),
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
    '',
    ...peers(run),
  ];
  return `${lines.join('\n')}\n`;
}

/** First, highest and last figure, each with the readings before it. */
function memory({ memory: all }: Served): string {
  const highest = all.reduce((a, b) => (b[1] > a[1] ? b : a));
  return [all[0]!, highest, all.at(-1)!].map(([readings, mb]) => `${mb} MB after ${readings}`).join(' · ');
}

const ms = ({ latency: { p50, p95, p99 } }: Served): string =>
  `${Math.round(p50)} / ${Math.round(p95)} / ${Math.round(p99)} ms`;

function peers({ kenalOnPeerPhotos, peers: all }: Run): string[] {
  if (!kenalOnPeerPhotos) return [];
  return [
    'The same photos, in the same run:',
    '',
    row('reader', 'fields found', 'right behind Kenal’s field parser', 'p50'),
    row('---', '---', '---', '---'),
    row('Kenal', '', percent(kenalOnPeerPhotos.exact), `${Math.round(kenalOnPeerPhotos.p50)} ms`),
    ...all.map((peer) =>
      row(peer.name, percent(peer.inRawText), percent(peer.behindParser), `${Math.round(peer.p50)} ms`),
    ),
    '',
  ];
}
