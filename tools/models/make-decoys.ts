/**
 * Writes `decoys.txt`: the classes of the stock model, apart from those of printed characters, that get most
 * probability on what is no Latin text. Run by hand when the stock model changes: `node tools/models/make-decoys.ts`.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { font } from '../cards/fonts.ts';
import { readKeys, STOCK } from './build.ts';
import { groupClasses } from './charset.ts';
import { fromCanvas, open, random, run } from './testing.ts';

const IMAGES = 400;
/** 512 of some 6,500 classes hold three quarters of that probability, and cost the recogniser nothing measurable. */
const DECOYS = 512;
const HEIGHT = 48;
const URDU = 'ابپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنوہھءیے';

const next = random(1);
const upTo = (limit: number) => next() * limit;
const grey = (level: number, alpha = 1) => `rgb(${level} ${level} ${level} / ${alpha})`;

type Scene = (context: SKRSContext2D, width: number) => void;

const urdu: Scene = (context, width) => {
  fill(context, width, 'white');
  context.fillStyle = grey(17);
  context.font = font('urdu', 16 + upTo(10));
  context.textBaseline = 'middle';
  const word = () => Array.from({ length: 2 + upTo(4) }, () => URDU[Math.floor(upTo(URDU.length))]).join('');
  context.fillText(Array.from({ length: 3 + upTo(3) }, word).join(' '), 4, HEIGHT / 2);
};

const strokes: Scene = (context, width) => {
  fill(context, width, grey(120 + upTo(130)));
  const place = () => [upTo(width), upTo(HEIGHT)] as const;
  for (let i = 5 + upTo(25); i > 0; i -= 1) {
    context.strokeStyle = grey(upTo(160), next());
    context.lineWidth = 0.5 + upTo(5);
    context.beginPath();
    context.moveTo(...place());
    context.bezierCurveTo(...place(), ...place(), ...place());
    context.stroke();
  }
};

const blocks: Scene = (context, width) => {
  for (let x = 0; x < width; x += 4 + upTo(20)) {
    for (let y = 0; y < HEIGHT; y += 4 + upTo(16)) {
      context.fillStyle = grey(upTo(255));
      context.fillRect(x, y, 30, 30);
    }
  }
};

const spots: Scene = (context, width) => {
  const ramp = context.createLinearGradient(0, 0, width, HEIGHT);
  for (let i = 0; i <= 5; i += 1) ramp.addColorStop(i / 5, grey(upTo(255)));
  context.fillStyle = ramp;
  context.fillRect(0, 0, width, HEIGHT);
  for (let i = 0; i < 6; i += 1) {
    context.fillStyle = grey(upTo(80), 0.6);
    context.beginPath();
    context.ellipse(upTo(width), upTo(HEIGHT), upTo(20), upTo(12), upTo(3), 0, 2 * Math.PI);
    context.fill();
  }
};

function fill(context: SKRSContext2D, width: number, style: string): void {
  context.fillStyle = style;
  context.fillRect(0, 0, width, HEIGHT);
}

const keys = await readKeys();
const printed = new Set(groupClasses(keys, new Set()).groups.slice(0, -1).flat());
const classes = keys.length + 2;
const session = await open(STOCK.rec);
const probability = new Float64Array(classes);
const scenes = [urdu, strokes, blocks, spots];
for (let i = 0; i < IMAGES; i += 1) {
  const canvas = createCanvas(160 + 8 * Math.floor(upTo(20)), HEIGHT);
  scenes[i % scenes.length]!(canvas.getContext('2d'), canvas.width);
  const { data } = await run(session, fromCanvas(canvas));
  for (const [at, value] of data.entries()) probability[at % classes]! += value;
}
const chosen = [...probability.keys()]
  .filter((place) => !printed.has(place))
  .sort((a, b) => probability[b]! - probability[a]!)
  .slice(0, DECOYS)
  .map((place) => keys[place - 1]!);
const rows = chosen.join('').match(/.{1,64}/gu)!;
await writeFile(join(import.meta.dirname, 'decoys.txt'), `${rows.join('\n')}\n`);
console.log(`${chosen.length} decoys, the first of them ${chosen.slice(0, 20).join('')}`);
