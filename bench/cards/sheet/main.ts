import { parseArgs } from 'node:util';
import sharp, { type OverlayOptions } from 'sharp';
import { makeSample, type Sample, type SampleKind } from '../index.ts';

/**
 * Draws a contact sheet with the true quads:
 * `node bench/cards/sheet/main.ts --level hard --country my --count 12 --from 0 --out sheet.png`;
 * `--negative` for negatives.
 */
const TILE = { width: 520, height: 420 };

async function tile(sample: Sample): Promise<Buffer> {
  const { data, info } = await sharp(sample.image).autoOrient().toBuffer({ resolveWithObject: true });
  const outline = (sample.quad ?? []).map((corner) => corner.join(',')).join(' ');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${info.width}" height="${info.height}"><polygon points="${outline}" fill="none" stroke="#f0f" stroke-width="2"/></svg>`;
  const outlined = await sharp(data)
    .composite([{ input: Buffer.from(svg) }])
    .toBuffer();
  return sharp(outlined)
    .resize(TILE.width, TILE.height, { fit: 'contain', background: '#222' })
    .png()
    .toBuffer();
}

const { values } = parseArgs({
  options: {
    country: { type: 'string', default: 'my' },
    level: { type: 'string', default: 'good' },
    negative: { type: 'boolean', default: false },
    count: { type: 'string', default: '12' },
    from: { type: 'string', default: '0' },
    columns: { type: 'string', default: '4' },
    out: { type: 'string', default: 'sheet.png' },
  },
});
const kind = (
  values.negative ? { negative: true } : { country: values.country, level: values.level }
) as SampleKind;
const columns = Number(values.columns);
const layers: OverlayOptions[] = [];
for (let i = 0; i < Number(values.count); i++) {
  const sample = await makeSample(Number(values.from) + i, kind);
  const strong = Object.entries(sample.distortions).flatMap(([name, level]) =>
    level ? `${name}${level}` : [],
  );
  console.log(`${i}: ${sample.id} ${sample.kind} ${sample.family} ${sample.background} ${strong.join(' ')}`);
  layers.push({
    input: await tile(sample),
    left: (i % columns) * TILE.width,
    top: Math.floor(i / columns) * TILE.height,
  });
}
await sharp({
  create: {
    width: columns * TILE.width,
    height: Math.ceil(layers.length / columns) * TILE.height,
    channels: 3,
    background: '#222',
  },
})
  .composite(layers)
  .png()
  .toFile(values.out);
