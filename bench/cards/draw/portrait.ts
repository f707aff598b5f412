import type { Random } from '../random.ts';
import { type Box, H, n, W } from './svg.ts';

export interface PortraitStyle {
  readonly sex: 'M' | 'F' | 'X';
  readonly isGrey: boolean;
  /** Fade the picture into the card at its edge. */
  readonly softEdge: boolean;
  readonly opacity?: number;
}

const SKIN = ['#f0d2b6', '#e3b98f', '#d3a075', '#b98257', '#94623c', '#6d452b'];
const CLOTH = ['#1f2a44', '#5b1f2e', '#2d4a3a', '#7a7f8a', '#e6e2da', '#30302f', '#8a5a2b', '#3f5f8a'];
const HAIR = ['#15110f', '#241a15', '#3a2a20', '#5a5652', '#8d8a87'];
const SCARF = ['#22354f', '#6d2f4d', '#4a6a5a', '#c9b8a4', '#1d1d1f', '#8aa0b8', '#b56a6a'];
const BACKDROP = ['#dfe9f2', '#bcd3e8', '#f1f1ee', '#cfd6da', '#a9c3dc'];

/** Luma of a `#rrggbb` colour as a grey (Rec. 601). */
function grey(colour: string): string {
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const luma = Math.round(0.299 * r! + 0.587 * g! + 0.114 * b!);
  return `#${luma.toString(16).padStart(2, '0').repeat(3)}`;
}

function head(random: Random, style: PortraitStyle, tint: (colour: string) => string): string {
  const skin = tint(random.pick(SKIN));
  const dark = tint(random.pick(HAIR));
  const width = random.between(20, 24);
  const hasScarf = style.sex === 'F' && random.chance(0.55);
  const scarf = tint(random.pick(SCARF));
  const back = hasScarf
    ? `<ellipse cx="50" cy="50" rx="${n(width + 9)}" ry="37" fill="${scarf}"/><path d="M26 60Q50 118 74 60L86 120H14Z" fill="${scarf}"/>`
    : style.sex === 'F'
      ? `<ellipse cx="50" cy="52" rx="${n(width + 7)}" ry="${n(random.between(34, 44))}" fill="${dark}"/>`
      : `<ellipse cx="50" cy="40" rx="${n(width + 3)}" ry="25" fill="${dark}"/>`;
  const eyes = [-9, 9]
    .map(
      (x) =>
        `<ellipse cx="${50 + x}" cy="50" rx="3.6" ry="1.8" fill="#fff"/><circle cx="${50 + x}" cy="50" r="1.7" fill="#1b1512"/><path d="M${45 + x} 45q5-3 10 0" stroke="${dark}" stroke-width="1.6" fill="none"/>`,
    )
    .join('');
  const beard =
    style.sex === 'M' && random.chance(0.4)
      ? `<path d="M31 60q19 34 38 0q-2 26-19 26t-19-26" fill="${dark}" opacity=".85"/>`
      : '';
  const brow = hasScarf
    ? `<path d="M${n(50 - width)} 46Q50 ${n(random.between(16, 24))} ${n(50 + width)} 46L${n(51 + width)} 30Q50 8 ${n(49 - width)} 30Z" fill="${scarf}"/>`
    : `<path d="M${n(49 - width)} 44Q${n(random.between(36, 60))} ${n(random.between(18, 30))} ${n(51 + width)} 44Q${n(52 + width)} 18 50 16Q${n(48 - width)} 18 ${n(49 - width)} 44Z" fill="${dark}"/>`;
  const glasses = random.chance(0.2)
    ? `<g fill="none" stroke="#2a2522" stroke-width="1.4"><rect x="34" y="45" width="13" height="10" rx="4"/><rect x="53" y="45" width="13" height="10" rx="4"/><path d="M47 49h6"/></g>`
    : '';
  return `${back}<path d="M41 70h18v22H41z" fill="${skin}"/><ellipse cx="50" cy="51" rx="${n(width)}" ry="28" fill="${skin}"/>
<ellipse cx="58" cy="56" rx="${n(width * 0.6)}" ry="22" fill="#000" opacity=".06"/>${beard}${brow}${eyes}
<path d="M50 51l-3 11h5" stroke="#000" stroke-opacity=".3" fill="none"/><path d="M42 68q8 5 16 0" stroke="#8a3b36" stroke-width="2.2" fill="none"/>${glasses}`;
}

/** A drawn head and shoulders of nobody in a box (fractions of the card). Ids are suffixed by `id`. */
export function drawPortrait(random: Random, box: Box, style: PortraitStyle, id: string): string {
  const tint = style.isGrey ? grey : (colour: string) => colour;
  const [left, top, right, bottom] = box;
  const [width, height] = [(right - left) * W, (bottom - top) * H];
  const backdrop = tint(random.pick(BACKDROP));
  const cloth = tint(random.pick(CLOTH));
  const edge = style.softEdge
    ? `<radialGradient id="edge${id}"><stop offset=".72" stop-color="#fff"/><stop offset="1" stop-color="#000"/></radialGradient><mask id="soft${id}"><rect width="100" height="120" fill="url(#edge${id})"/></mask>`
    : '';
  return `<defs>${edge}<clipPath id="clip${id}"><rect width="100" height="120"/></clipPath></defs>
<g transform="translate(${n(left * W)} ${n(top * H)}) scale(${n(width / 100)} ${n(height / 120)})" clip-path="url(#clip${id})" opacity="${style.opacity ?? 1}"><g${edge ? ` mask="url(#soft${id})"` : ''}>
<rect width="100" height="120" fill="${backdrop}"/><path d="M2 120Q6 88 40 84L50 92L60 84Q94 88 98 120Z" fill="${cloth}"/>${head(random, style, tint)}</g></g>`;
}
