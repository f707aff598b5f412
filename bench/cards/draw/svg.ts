import { Resvg } from '@resvg/resvg-js';
import type { Face } from '../type/faces.ts';

/** The drawing's units: tenths of a millimetre on an ID-1 card. */
export const W = 856;
export const H = 539.8;

/** A box in fractions of the card's width and height: left, top, right, bottom. */
export type Box = readonly [number, number, number, number];

/** RGBA pixels, 8 bits, rows top to bottom, alpha premultiplied. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly data: Buffer;
}

export const n = (value: number): string => String(Math.round(value * 100) / 100);

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', "'": '&#39;' };
const escapeText = (text: string): string => text.replaceAll(/[&<>']/g, (char) => ENTITIES[char]!);

export interface TextStyle {
  readonly face: Face;
  /** Cap height in drawing units. */
  readonly cap: number;
  readonly fill: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  /** Width in drawing units that the line may take; a longer one is set narrower, as printers do. */
  readonly room?: number;
  readonly spacing?: number;
  readonly opacity?: number;
}

/** Width of a line in drawing units before any narrowing. */
export function lineWidth(text: string, style: TextStyle): number {
  return (style.face.advance(text) * style.cap) / style.face.capHeight + (style.spacing ?? 0) * text.length;
}

/** A line of text whose baseline is at (x, y) in drawing units. */
export function textAt(text: string, x: number, y: number, style: TextStyle): string {
  const width = lineWidth(text, style);
  const squeeze = style.room !== undefined && width > style.room ? style.room / width : 1;
  const attributes = [
    `transform="translate(${n(x)} ${n(y)})${squeeze < 1 ? ` scale(${squeeze.toFixed(4)} 1)` : ''}"`,
    fontOf(style.face),
    `font-size="${n(style.cap / style.face.capHeight)}"`,
    `fill="${style.fill}"`,
    style.anchor ? `text-anchor="${style.anchor}"` : '',
    style.spacing ? `letter-spacing="${n(style.spacing)}"` : '',
    style.opacity === undefined ? '' : `opacity="${style.opacity}"`,
  ];
  return `<text ${attributes.filter(Boolean).join(' ')}>${escapeText(text)}</text>`;
}

export const fontOf = (face: Face): string =>
  `font-family="${face.family}" font-weight="${face.weight}"${face.italic ? ' font-style="italic"' : ''}`;

export function rect(box: Box, attributes: string): string {
  const [left, top, right, bottom] = box;
  return `<rect x="${n(left * W)}" y="${n(top * H)}" width="${n((right - left) * W)}" height="${n((bottom - top) * H)}" ${attributes}/>`;
}

/** Rasterises an SVG document at a width in pixels, with these faces alone. */
export function rasterize(svg: string, faces: readonly Face[], width: number): Raster {
  const image = new Resvg(svg, {
    font: { loadSystemFonts: false, fontFiles: [...new Set(faces.map((face) => face.file))] },
    fitTo: { mode: 'width', value: width },
    logLevel: 'off',
  }).render();
  return { width: image.width, height: image.height, data: image.pixels };
}

/** A document in the card's units. */
export const cardSvg = (body: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${W} ${H}" width="${W}" height="${H}">${body}</svg>`;
