import { rasterize } from '../draw/svg.ts';
import { type Random, randomFrom } from '../random.ts';
import { bold, FAMILY_NAMES, face, mono, regular } from '../type/faces.ts';
import { TILE, type Tile } from './texture.ts';

const LETTERS = '1234567890QWERTYUIOPASDFGHJKL;ZXCVBNM,./';

/** Drops the alpha of an opaque picture. */
function toTile(svg: string, faces: Parameters<typeof rasterize>[1]): Tile {
  const { data } = rasterize(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1024 1024" width="1024" height="1024">${svg}</svg>`,
    faces,
    TILE,
  );
  const tile = new Uint8Array(TILE * TILE * 3);
  for (let i = 0; i < TILE * TILE; i++) {
    tile[i * 3] = data[i * 4]!;
    tile[i * 3 + 1] = data[i * 4 + 1]!;
    tile[i * 3 + 2] = data[i * 4 + 2]!;
  }
  return tile;
}

/** Rows of keys with letters. */
function keyboard(seed: string): Tile {
  const random = randomFrom(seed);
  const label = regular(random.pick(FAMILY_NAMES));
  const [board, key, ink] = random.pick([
    ['#26272a', '#3a3b3f', '#e8e8e8'],
    ['#c9ccd0', '#f2f3f4', '#3c3f44'],
    ['#111214', '#1e1f22', '#b9c4d0'],
  ] as const);
  const size = 128;
  const keys = Array.from({ length: 64 }, (_, i) => {
    const row = Math.floor(i / 8);
    const x = (i % 8) * size + ((row * 32) % size) - 64;
    const y = row * size;
    const letter = LETTERS[(i * 7 + row) % LETTERS.length]!.replace('&', '');
    return `<rect x="${x + 6}" y="${y + 6}" width="${size - 14}" height="${size - 16}" rx="12" fill="${key}" stroke="#000" stroke-opacity=".35" stroke-width="3"/><text x="${x + 30}" y="${y + 62}" font-size="38" font-family="${label.family}" font-weight="${label.weight}" fill="${ink}">${letter}</text>`;
  });
  return toTile(`<rect width="1024" height="1024" fill="${board}"/>${keys.join('')}`, [label]);
}

/** Lines of running text, as on a letter or a newspaper under the card. */
function printed(seed: string): Tile {
  const random = randomFrom(seed);
  const type = random.chance(0.5) ? face('pt-serif', 400) : regular(random.pick(FAMILY_NAMES));
  const size = random.pick([20, 26, 34]);
  const columns = random.pick([1, 2, 3]);
  const width = 1024 / columns;
  const word = (): string =>
    Array.from({ length: random.int(2, 10) }, () => 'aeioutnrslmkbdpgh'[random.int(0, 16)]).join('');
  const lines: string[] = [];
  for (let column = 0; column < columns; column++)
    for (let y = size * 1.4; y < 1020; y += size * 1.4) {
      let line = word();
      while (type.advance(`${line} mmmmm`) * size < width - 50) line += ` ${word()}`;
      lines.push(
        `<text x="${column * width + 16}" y="${y}" font-size="${size}" font-family="${type.family}" font-weight="${type.weight}" fill="#2a2a2c">${line}</text>`,
      );
    }
  const head = bold(random.pick(FAMILY_NAMES));
  const title = `<text x="20" y="90" font-size="88" font-family="${head.family}" font-weight="${head.weight}" fill="#1c1c1e">${word()} ${word()}</text>`;
  const paper = random.pick(['#f5f3ec', '#ffffff', '#e9e4d6']);
  return toTile(
    `<rect width="1024" height="1024" fill="${paper}"/>${lines.slice(3).join('')}<rect width="1024" height="110" fill="${paper}"/>${title}`,
    [type, head],
  );
}

function thing(random: Random): string {
  const [x, y, turn] = [random.int(0, 1024), random.int(0, 1024), random.int(0, 359)];
  const colour = random.pick([
    '#b23a3a',
    '#2f5d8a',
    '#e0b43c',
    '#3c7a52',
    '#222',
    '#f2f2f0',
    '#7a5a9a',
    '#c9c9cc',
  ]);
  const shape = random.pick([
    `<rect x="-150" y="-7" width="300" height="14" rx="6" fill="${colour}"/><rect x="130" y="-7" width="30" height="14" fill="#888"/>`,
    `<circle r="46" fill="#c8a85c" stroke="#8c7434" stroke-width="6"/><circle r="32" fill="none" stroke="#8c7434" stroke-width="3"/>`,
    `<rect x="-110" y="-70" width="220" height="140" rx="10" fill="${colour}"/><rect x="-90" y="-50" width="120" height="16" fill="#fff" opacity=".7"/>`,
    `<circle r="110" fill="#efe9df" stroke="#b9b2a4" stroke-width="8"/><circle r="84" fill="#4a2a18"/>`,
    `<rect x="-90" y="-180" width="180" height="360" rx="26" fill="#17181a"/><rect x="-80" y="-164" width="160" height="328" rx="14" fill="#2a3c50"/>`,
    `<rect x="-130" y="-170" width="260" height="340" fill="#fbfaf6"/><path d="M-100-120h200M-100-90h180M-100-60h200M-100-30h150M-100 0h200" stroke="#777" stroke-width="5"/>`,
    `<path d="M-140 0c60-120 220 120 280 0" fill="none" stroke="${colour}" stroke-width="12"/>`,
    `<ellipse rx="70" ry="30" fill="none" stroke="#2a2a2a" stroke-width="9"/><ellipse cx="150" rx="70" ry="30" fill="none" stroke="#2a2a2a" stroke-width="9"/>`,
  ]);
  return `<g transform="translate(${x + 8} ${y + 10}) rotate(${turn})" opacity=".25">${shape.replaceAll(/fill="#[^"]+"/g, 'fill="#000"')}</g><g transform="translate(${x} ${y}) rotate(${turn})">${shape}</g>`;
}

/** A desk with pens, coins, cups, cards and paper on it. */
function clutter(seed: string): Tile {
  const random = randomFrom(seed);
  const desk = random.pick(['#8a6a4a', '#d8d4cb', '#5a5e66', '#b99a72', '#e9e7e2']);
  const things = Array.from({ length: random.int(16, 30) }, () => thing(random));
  return toTile(`<rect width="1024" height="1024" fill="${desk}"/>${things.join('')}`, [mono()]);
}

/** Surfaces that are drawn, by name; each makes a tile of its seed. */
export const SCENES: Readonly<Record<string, (seed: string) => Tile>> = { keyboard, printed, clutter };
