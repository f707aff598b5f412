import type { Random } from '../random.ts';
import type { Face } from '../type/faces.ts';
import { fontOf, H, n, W } from './svg.ts';

/** Colours of a card's ground: paper, and the inks of the lines over it. */
export interface Ground {
  readonly paper: readonly [string, string, string];
  readonly inks: readonly string[];
}

const STEPS = 34;

function wave(random: Random, index: number, count: number, ink: string, opacity: number): string {
  const base = (index / count) * H * 1.3 - 0.15 * H;
  const [a, b] = [random.between(10, 42), random.between(4, 20)];
  const [p, q] = [random.between(1.2, 3.2), random.between(4, 9)];
  const phase = index * 0.21;
  let path = '';
  for (let i = 0; i <= STEPS; i++) {
    const t = i / STEPS;
    const y = base + a * Math.sin(p * Math.PI * t + phase) + b * Math.sin(q * Math.PI * t - phase);
    path += `${i ? 'L' : 'M'}${n(t * W)} ${n(y)}`;
  }
  return `<path d="${path}" fill="none" stroke="${ink}" stroke-width="${n(random.between(0.6, 1.5))}" opacity="${opacity}"/>`;
}

function rosette(random: Random, ink: string, opacity: number): string {
  const [x, y] = [random.between(0.05, 0.95) * W, random.between(0.15, 0.9) * H];
  const [radius, depth] = [random.between(60, 170), random.between(0.12, 0.4)];
  const petals = random.int(6, 17);
  let path = '';
  const points = petals * 14;
  for (let i = 0; i <= points * 2; i++) {
    const angle = (i / points) * 2 * Math.PI;
    const r = radius * (1 - depth + depth * Math.cos((petals + 0.5) * angle));
    path += `${i ? 'L' : 'M'}${n(x + r * Math.cos(angle))} ${n(y + r * Math.sin(angle))}`;
  }
  return `<path d="${path}" fill="none" stroke="${ink}" stroke-width="1" opacity="${opacity}"/>`;
}

function microtext(random: Random, text: string, face: Face, ink: string): string {
  const size = random.between(4.5, 7);
  const line = `${text} `.repeat(Math.ceil((W / (face.advance(text) * size)) * 1.05));
  return Array.from({ length: random.int(3, 9) }, () => {
    const y = random.between(0.04, 0.98) * H;
    const slope = random.between(-2, 2);
    return `<text x="0" y="${n(y)}" transform="rotate(${n(slope)} 0 ${n(y)})" font-size="${n(size)}" ${fontOf(face)} fill="${ink}" opacity="${n(random.between(0.15, 0.45))}">${line}</text>`;
  }).join('');
}

/** The lines and tints that lie under a card's text: clutter for the reader, no security feature. */
export function drawGround(random: Random, ground: Ground, words: string, face: Face): string {
  const [from, middle, to] = ground.paper;
  const strength = random.between(0.16, 0.5);
  const count = random.int(22, 60);
  const waves = Array.from({ length: count }, (_, i) =>
    wave(random.fork(`w${i % 3}`), i, count, ground.inks[i % ground.inks.length]!, Number(n(strength))),
  );
  const rosettes = Array.from({ length: random.int(1, 5) }, () =>
    rosette(random, random.pick(ground.inks), Number(n(strength * 0.9))),
  );
  const x2 = random.chance(0.5) ? 1 : 0;
  return `<defs><linearGradient id="paper" x1="0" y1="0" x2="${x2}" y2="1"><stop offset="0" stop-color="${from}"/><stop offset=".5" stop-color="${middle}"/><stop offset="1" stop-color="${to}"/></linearGradient></defs>
<rect width="${W}" height="${H}" fill="url(#paper)"/>${waves.join('')}${rosettes.join('')}${microtext(random, words, face, ground.inks[0]!)}`;
}
