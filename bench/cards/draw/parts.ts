import type { Shape } from '../camera/geometry.ts';
import type { Random } from '../random.ts';
import { type Face, serifBold } from '../type/faces.ts';
import { type Box, H, lineWidth, n, rect, textAt, W } from './svg.ts';

/** A drawn card: its picture, the faces it needs, and where the text stands that the truth is about. */
export interface Drawn {
  readonly svg: string;
  readonly faces: readonly Face[];
  /** Boxes of the text that must stay in the photo, in fractions of the card. */
  readonly text: readonly Box[];
  /** Names of what this card shows, for tests and slices of a report. */
  readonly variants: readonly string[];
  /** Outline, where it is not an ID-1 card's. */
  readonly shape?: Shape;
  /** Nothing lies on the table: the photo shows the scene alone. */
  readonly isAbsent?: boolean;
}

/** A contact chip: plate and grooves. */
export function chip(random: Random, box: Box): string {
  const [left, top, right, bottom] = box;
  const [x, y, w, h] = [left * W, top * H, (right - left) * W, (bottom - top) * H];
  const fill = random.pick(['#d8b455', '#c9a64b', '#cfcac0', '#e0c477']);
  const line = (d: string): string => `<path d="${d}" stroke="#7c6427" stroke-width="2" fill="none"/>`;
  const third = h / 3;
  return `<rect x="${n(x)}" y="${n(y)}" width="${n(w)}" height="${n(h)}" rx="${n(random.between(8, 22))}" fill="${fill}" stroke="#8b7431" stroke-width="1.5"/>
${line(`M${n(x)} ${n(y + third)}h${n(w * 0.3)}v${n(third)}h${n(-w * 0.3)}M${n(x + w)} ${n(y + third)}h${n(-w * 0.3)}v${n(third)}h${n(w * 0.3)}`)}
${line(`M${n(x + w * 0.3)} ${n(y + third)}L${n(x + w * 0.4)} ${n(y)}M${n(x + w * 0.7)} ${n(y + third)}L${n(x + w * 0.6)} ${n(y)}M${n(x + w * 0.3)} ${n(y + 2 * third)}L${n(x + w * 0.4)} ${n(y + h)}M${n(x + w * 0.7)} ${n(y + 2 * third)}L${n(x + w * 0.6)} ${n(y + h)}`)}`;
}

const crescent = (cx: number, cy: number, r: number, fill: string, hole: string): string =>
  `<circle cx="${n(cx)}" cy="${n(cy)}" r="${n(r)}" fill="${fill}"/><circle cx="${n(cx + r * 0.28)}" cy="${n(cy - r * 0.12)}" r="${n(r * 0.8)}" fill="${hole}"/>`;

const star = (cx: number, cy: number, r: number, tips: number, fill: string): string => {
  const points = Array.from({ length: tips * 2 }, (_, i) => {
    const radius = i % 2 ? r * 0.45 : r;
    const angle = (i / tips) * Math.PI - Math.PI / 2;
    return `${n(cx + radius * Math.cos(angle))},${n(cy + radius * Math.sin(angle))}`;
  });
  return `<polygon points="${points.join(' ')}" fill="${fill}"/>`;
};

/** Stripes and a canton with moon and star. */
export function malaysianFlag(box: Box): string {
  const [left, top, right, bottom] = box;
  const stripe = (bottom - top) / 14;
  const stripes = Array.from({ length: 14 }, (_, i) =>
    rect([left, top + i * stripe, right, top + (i + 1) * stripe], `fill="${i % 2 ? '#f6f6f4' : '#c92a2f'}"`),
  );
  const canton: Box = [left, top, left + (right - left) * 0.5, top + stripe * 8];
  const [cx, cy] = [((canton[0] + canton[2]) / 2) * W, ((canton[1] + canton[3]) / 2) * H];
  const r = (canton[3] - canton[1]) * H * 0.34;
  return `${stripes.join('')}${rect(canton, 'fill="#1c2f7c"')}${crescent(cx - r * 0.4, cy, r, '#f3cf2f', '#1c2f7c')}${star(cx + r * 0.85, cy, r * 0.7, 11, '#f3cf2f')}`;
}

/** White hoist, green fly, crescent and star. */
export function pakistaniFlag(box: Box): string {
  const [left, top, right, bottom] = box;
  const hoist = left + (right - left) * 0.25;
  const [cx, cy] = [((hoist + right) / 2) * W, ((top + bottom) / 2) * H];
  const r = (bottom - top) * H * 0.3;
  return `${rect([left, top, hoist, bottom], 'fill="#f8f8f4"')}${rect([hoist, top, right, bottom], 'fill="#0e5a38"')}${crescent(cx, cy, r, '#fff', '#0e5a38')}${star(cx + r * 0.5, cy - r * 0.45, r * 0.38, 5, '#fff')}`;
}

/** A made-up round badge where a state's emblem would be. */
export function badge(random: Random, box: Box, ink: string): string {
  const [left, top, right, bottom] = box;
  const [cx, cy] = [((left + right) / 2) * W, ((top + bottom) / 2) * H];
  const r = Math.min((right - left) * W, (bottom - top) * H) / 2;
  return `<circle cx="${n(cx)}" cy="${n(cy)}" r="${n(r)}" fill="none" stroke="${ink}" stroke-width="${n(r * 0.1)}"/><circle cx="${n(cx)}" cy="${n(cy)}" r="${n(r * 0.78)}" fill="none" stroke="${ink}" stroke-dasharray="${n(r * 0.12)} ${n(r * 0.08)}" stroke-width="${n(r * 0.16)}"/>${star(cx, cy, r * 0.55, random.int(5, 9), ink)}`;
}

/** The word SPECIMEN: every card bears it, over the portrait, in a free corner, or faintly right across. */
export function specimen(random: Random, portrait: Box, free: Box): { svg: string; variant: string } {
  const face = random.chance(0.7) ? serifBold() : null;
  const fill = random.pick(['#c21f2b', '#8a1c24', '#444', '#1b3f8f']);
  const place = random.weighted<'portrait' | 'free' | 'across'>([
    ['portrait', 50],
    ['free', 25],
    ['across', 25],
  ]);
  const style = (cap: number, opacity: number) => ({
    face: face ?? serifBold(),
    cap,
    fill,
    opacity,
    anchor: 'middle' as const,
    spacing: random.between(0, 6),
  });
  if (place === 'across') {
    const across = style(random.between(58, 92), random.between(0.1, 0.2));
    const angle = random.between(-33, -18);
    return {
      variant: 'specimen-across',
      svg: `<g transform="translate(${n(W / 2)} ${n(H * 0.56)}) rotate(${n(angle)})">${textAt('SPECIMEN', 0, 0, { ...across, room: W * 0.95 })}</g>`,
    };
  }
  const box = place === 'portrait' ? portrait : free;
  const room = (box[2] - box[0]) * W * 0.92;
  const sized = style(10, random.between(0.65, 0.95));
  const cap = Math.min((10 * room) / lineWidth('SPECIMEN', sized), (box[3] - box[1]) * H * 0.8, 46);
  const turn = place === 'portrait' ? random.between(-40, 12) : 0;
  const [x, y] = [((box[0] + box[2]) / 2) * W, (box[1] + (box[3] - box[1]) * random.between(0.55, 0.8)) * H];
  return {
    variant: `specimen-${place}`,
    svg: `<g transform="translate(${n(x)} ${n(y)}) rotate(${n(turn)})">${textAt('SPECIMEN', 0, 0, { ...sized, cap, room })}</g>`,
  };
}
