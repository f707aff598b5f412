import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { barChart, reliabilityDiagram } from './charts.ts';
import { type Run, table } from './table.ts';

const DOCS = new URL('../../docs/bench/', import.meta.url);
const KEPT = new URL('../../.cache/bench-ocr.json', import.meta.url);

/** Keeps the parts of this run beside the latest of the others, and writes the report and its charts from all. */
export function writeDocs(measured: Run): void {
  const before = existsSync(KEPT) ? (JSON.parse(readFileSync(KEPT, 'utf8')) as Run) : {};
  const run: Run = { ...before, ...measured };
  writeFileSync(KEPT, JSON.stringify(run));
  mkdirSync(DOCS, { recursive: true });
  const put = (name: string, content: string): void => writeFileSync(new URL(name, DOCS), content);
  put('ocr.md', table(run));
  if (run.reading) {
    const { byField, byLevel, bins, ece } = run.reading.figures;
    const fields = Object.entries(byField).map(([label, by]) => ({ label, value: by.all!.exact }));
    const levels = Object.entries(byLevel).map(([label, { exact }]) => ({ label, value: exact }));
    put('ocr-fields.svg', barChart('Fields read exactly, by field', fields, 0.8));
    put('ocr-levels.svg', barChart('Fields read exactly, by level of photo', levels, 0.8));
    put('ocr-reliability.svg', reliabilityDiagram('How sure against how often right', bins, ece));
  }
  if (run.peers) {
    const { kenal, others } = run.peers;
    const readers = [
      { label: 'Kenal', value: kenal.exact, note: `${Math.round(kenal.p50)} ms` },
      ...others.map(({ name, inRawText, p50 }) => ({
        label: name,
        value: inRawText,
        note: `${Math.round(p50)} ms`,
      })),
    ];
    put('ocr-peers.svg', barChart('Fields found, the same photos', readers));
  }
}
