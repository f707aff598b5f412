import type { Bin, Share } from './score.ts';

const INK = '#3f4652';
const BAR = '#2f7f79';
const PALE = '#9fb4b8';
const FONT = 'font-family="system-ui, sans-serif"';

const text = (x: number, y: number, value: string, anchor = 'start', size = 13): string =>
  `<text x="${x}" y="${y}" ${FONT} font-size="${size}" fill="${INK}" text-anchor="${anchor}">${escaped(value)}</text>`;

const escaped = (value: string): string => value.replace(/[&<>]/g, (c) => `&#${c.charCodeAt(0)};`);

const svg = (width: number, height: number, title: string, body: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(title)}">
<rect width="${width}" height="${height}" fill="#fbfaf7"/>
${text(16, 26, title, 'start', 15)}
${body}
</svg>
`;

export interface Row {
  readonly label: string;
  readonly value: Share;
  readonly note?: string;
}

/** Horizontal bars of shares with their 95 % intervals, from `from` (0..1) to 1. */
export function barChart(title: string, rows: readonly Row[], from = 0): string {
  const [left, right, step, top] = [200, 560, 24, 48];
  const x = (share: number) => left + ((Math.max(share, from) - from) / (1 - from)) * (right - left);
  const body = rows
    .map(({ label, value, note }, i) => {
      const y = top + i * step;
      const middle = y + 8;
      return [
        text(left - 8, y + 13, label, 'end'),
        `<rect x="${left}" y="${y}" width="${(x(value.share) - left).toFixed(1)}" height="16" rx="3" fill="${BAR}"/>`,
        `<line x1="${x(value.low).toFixed(1)}" x2="${x(value.high).toFixed(1)}" y1="${middle}" y2="${middle}" stroke="${INK}" stroke-width="1.5"/>`,
        text(right + 8, y + 13, `${(100 * value.share).toFixed(2)} %${note ? ` · ${note}` : ''}`),
      ].join('\n');
    })
    .join('\n');
  const axis = text(
    left,
    top + rows.length * step + 14,
    `bars begin at ${Math.round(from * 100)} %; lines: 95 % interval`,
    'start',
    11,
  );
  return svg(760, top + rows.length * step + 28, title, `${body}\n${axis}`);
}

/** Stated confidence against the share that was right, in bins of equal mass. */
export function reliabilityDiagram(title: string, bins: readonly Bin[], ece: number): string {
  const [left, top, size] = [56, 48, 320];
  const x = (p: number) => (left + p * size).toFixed(1);
  const y = (p: number) => (top + (1 - p) * size).toFixed(1);
  const ticks = [0, 0.25, 0.5, 0.75, 1].map(
    (p) =>
      text(left - 8, Number(y(p)) + 4, String(p), 'end', 11) +
      text(Number(x(p)), top + size + 16, String(p), 'middle', 11),
  );
  const points = bins.map(
    ({ confidence, accuracy }) =>
      `<circle cx="${x(confidence)}" cy="${y(accuracy)}" r="5" fill="${BAR}" fill-opacity=".8"/>`,
  );
  const body = [
    `<rect x="${left}" y="${top}" width="${size}" height="${size}" fill="none" stroke="${PALE}"/>`,
    `<line x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}" stroke="${PALE}" stroke-dasharray="4 4"/>`,
    ...ticks,
    ...points,
    text(
      left + size / 2,
      top + size + 34,
      `stated confidence · expected calibration error ${ece.toFixed(4)}`,
      'middle',
      12,
    ),
  ];
  return svg(420, 430, title, body.join('\n'));
}
