import type { Random } from '../random.ts';
import type { Box, Card, Person, PkPrinted } from '../types.ts';
import { rosette, waves } from './guilloche.ts';
import { choosePlace, type OverprintPlace, specimen } from './overprint.ts';
import { chip, crescent, star } from './parts.ts';
import { blankCard, type Context, CARD_HEIGHT as H, text, toCard, CARD_WIDTH as W } from './pen.ts';
import { portrait } from './portrait.ts';
import { type Setting, wideSetting } from './setting.ts';

/** Where issuers put the overprint; the later ones touch text, as some do. */
const OVERPRINTS: readonly (readonly [OverprintPlace, number])[] = [
  [{ x: 0.835, y: 0.62, cap: 0.055, angle: 0, alpha: 0.8 }, 4],
  [{ x: 0.605, y: 0.685, cap: 0.032, angle: 0, alpha: 0.75 }, 3],
  [{ x: 0.14, y: 0.63, cap: 0.034, angle: 0, alpha: 0.8 }, 3],
  [{ x: 0.84, y: 0.83, cap: 0.06, angle: -0.1, alpha: 0.6 }, 2],
  [{ x: 0.5, y: 0.5, cap: 0.16, angle: -0.4, alpha: 0.2 }, 1],
  [{ x: 0.62, y: 0.42, cap: 0.09, angle: -0.3, alpha: 0.35 }, 1],
];

/** Draws a smart national identity card or NICOP, front. `clear`: the overprint touches no field. */
export function drawPk(person: Person, random: Random, clear = false, wide = false, ownSpaces = false): Card {
  const printed = person.printed as PkPrinted;
  const { canvas, g } = blankCard();
  ground(g, random.fork('ground'));
  heading(g, person.kind === 'nicop', random.fork('heading'));
  chip(g, 0.105 * W, 0.315 * H, 0.152 * W, 0.22 * H, random.fork('chip'));
  pictures(g, printed, random.fork('face'));
  const setting = wide ? wideSetting(random.fork('setting'), ownSpaces) : null;
  rules(g, random.fork('rules'), setting);
  const fields = lines(g, printed, random.fork('lines'), setting);
  const place = choosePlace(OVERPRINTS, fields, random.fork('specimen'), clear);
  specimen(g, place, random.pick(['#b3202c', '#b3202c', '#17402a', '#30343a']));
  return toCard(canvas, { country: 'pk', kind: person.kind, message: person.message, printed, fields });
}

function ground(g: Context, random: Random): void {
  const wash = g.createLinearGradient(0, 0, W, H);
  const cream = random.pick(['#f2efd9', '#eef1e2', '#f4f0e4']);
  wash.addColorStop(0, random.pick(['#d5e8cf', '#cfe5d3', '#dcead0']));
  wash.addColorStop(0.45, cream);
  wash.addColorStop(1, random.pick(['#c8e0c4', '#d3e6c9', '#e2ead0']));
  g.fillStyle = wash;
  g.fillRect(0, 0, W, H);
  const colors = ['#6fae7d', '#9cc79a', '#b7b98a', '#7fb8a0'];
  waves(g, W, H, random, { colors, lines: 100, alpha: random.range(0.2, 0.38), lineWidth: 2.4 });
  rosette(g, W * 0.47, H * 0.52, W * 0.26, random.int(8, 16), 24, '#4f9a66', random.range(0.14, 0.28));
  g.save();
  g.globalAlpha = random.range(0.08, 0.18);
  g.fillStyle = '#1f7a45';
  crescent(g, W * 0.46, H * 0.56, H * 0.3, -0.6);
  star(g, W * 0.56, H * 0.42, H * 0.1, 5, 0.42);
  g.restore();
}

function heading(g: Context, overseas: boolean, random: Random): void {
  const green = random.pick(['#14532f', '#1a5c38', '#0f4a36']);
  g.save();
  g.translate(W * 0.14, H * 0.145);
  g.fillStyle = green;
  g.globalAlpha = 0.85;
  g.beginPath();
  g.ellipse(0, 0, W * 0.055, H * 0.11, 0, 0, 6.3);
  g.fill();
  g.fillStyle = '#e8edd6';
  crescent(g, -6, -8, H * 0.055, -0.7);
  star(g, 24, -34, H * 0.022, 5, 0.42);
  g.restore();
  text(g, 'PAKISTAN', W * 0.244, H * 0.135, {
    face: 'sans-bold',
    cap: H * 0.062,
    color: green,
    maxWidth: W * 0.24,
  });
  text(g, 'ISLAMIC REPUBLIC OF PAKISTAN', W * 0.244, H * 0.18, {
    face: 'sans',
    cap: H * 0.024,
    color: '#2c3b30',
    maxWidth: W * 0.243,
  });
  text(g, overseas ? 'National Identity Card for Overseas' : 'National Identity Card', W * 0.51, H * 0.128, {
    face: 'sans-bold',
    cap: H * 0.038,
    color: '#1c2a20',
    maxWidth: W * 0.3,
  });
  if (overseas)
    text(g, 'Pakistanis (NICOP)', W * 0.51, H * 0.18, { face: 'sans', cap: H * 0.028, color: '#1c2a20' });
  const [x, y, w, h] = [W * 0.858, H * 0.055, W * 0.104, H * 0.11];
  g.fillStyle = '#f7f7f2';
  g.fillRect(x, y, w * 0.26, h);
  g.fillStyle = '#0d5a34';
  g.fillRect(x + w * 0.26, y, w * 0.74, h);
  g.fillStyle = '#f7f7f2';
  crescent(g, x + w * 0.62, y + h * 0.52, h * 0.3, -0.7);
  star(g, x + w * 0.72, y + h * 0.36, h * 0.11, 5, 0.42);
}

function pictures(g: Context, printed: PkPrinted, random: Random): void {
  const woman = printed.gender === 'F' || (printed.gender === 'X' && random.chance(0.5));
  const options = {
    woman,
    covered: woman ? random.chance(0.7) : random.chance(0.08),
    grey: printed.greyPortrait,
    backdrop: random.pick(['#e9eef0', '#dfe8ee', '#f2f2ee', '#cfdde6']),
  };
  const seed = random.next();
  g.save();
  g.beginPath();
  g.roundRect(W * 0.705, H * 0.2, W * 0.26, H * 0.54, 18);
  g.clip();
  portrait(g, { x: W * 0.7, y: H * 0.2, w: W * 0.27, h: H * 0.54 }, random.fork(`face${seed}`), options);
  g.restore();
  g.save();
  g.globalAlpha = random.range(0.3, 0.55);
  portrait(g, { x: W * 0.06, y: H * 0.72, w: W * 0.11, h: H * 0.23 }, random.fork(`face${seed}`), {
    ...options,
    grey: true,
  });
  g.restore();
}

function rules(g: Context, random: Random, setting: Setting | null): void {
  g.strokeStyle = random.pick(['rgba(40,90,60,.75)', 'rgba(60,70,60,.7)', 'rgba(20,70,45,.9)']);
  g.lineWidth = random.range(2, 4);
  g.beginPath();
  g.save();
  const off = setting?.move();
  if (off) g.translate(off.x, off.y);
  for (const y of [0.405, 0.605, 0.724, 0.843]) {
    g.moveTo(W * 0.26, H * y);
    g.lineTo(W * 0.695, H * y);
  }
  g.moveTo(W * 0.365, H * 0.605);
  g.lineTo(W * 0.365, H * 0.724);
  g.moveTo(W * 0.513, H * 0.724);
  g.lineTo(W * 0.513, H * 0.955);
  g.restore();
  g.moveTo(W * 0.71, H * 0.93);
  g.lineTo(W * 0.963, H * 0.93);
  g.stroke();
  text(g, "Holder's Signature", W * 0.836, H * 0.965, {
    face: 'calm',
    cap: H * 0.024,
    color: '#2c3b30',
    align: 'center',
  });
  g.strokeStyle = 'rgba(25,30,70,.85)';
  g.lineWidth = random.range(3, 6);
  g.beginPath();
  g.moveTo(W * 0.75, H * 0.89);
  for (let i = 1; i < 7; i++)
    g.quadraticCurveTo(
      W * (0.74 + i * 0.026),
      H * random.range(0.8, 0.93),
      W * (0.75 + i * 0.027),
      H * random.range(0.85, 0.92),
    );
  g.stroke();
}

function lines(
  g: Context,
  printed: PkPrinted,
  random: Random,
  setting: Setting | null,
): Record<string, Box[]> {
  const ink = random.pick(['#101312', '#17191c', '#1f2421']);
  const labelInk = random.pick(['#3a5a45', '#26382c', '#4a4f45', '#1d2620']);
  const usual = random.range(0.94, 1.06);
  const size = setting?.size ?? usual;
  const strong = random.chance(0.75) ? 'calm-bold' : random.chance(0.6) ? 'calm' : 'sans-bold';
  const off = setting?.move();
  const dx = random.range(-0.003, 0.004) + (off ? off.x / W : 0);
  const dy = random.range(-0.005, 0.005) + (off ? off.y / H : 0);
  const label = (line: string, x: number, top: number) =>
    text(g, line, W * (x + dx), H * (top + 0.028 + dy), {
      face: setting?.plain ?? 'calm',
      cap: H * 0.026 * size,
      color: labelInk,
    });
  const value = (line: string, x: number, top: number, maxWidth: number) =>
    text(g, line, W * (x + dx), H * (top + 0.037 + dy), {
      face: setting ? (strong === 'calm' ? setting.plain : setting.bold) : strong,
      cap: H * 0.0345 * size,
      color: ink,
      squeeze: random.range(0.97, 1),
      maxWidth: W * maxWidth,
      ...(setting ? { tracking: setting.tracking, wordGap: setting.wordGap } : {}),
    });
  label('Name', 0.265, 0.215);
  label(printed.relationLabel, 0.265, 0.42);
  label('Gender', 0.265, 0.615);
  label('Country of Stay', 0.375, 0.615);
  label('Identity Number', 0.265, 0.735);
  label('Date of Birth', 0.527, 0.735);
  label('Date of Issue', 0.265, 0.853);
  label('Date of Expiry', 0.527, 0.853);
  const urdu = (line: string, y: number) => {
    const box = text(g, line, W * 0.69, H * y, { face: 'urdu', cap: H * 0.036, color: ink, align: 'right' });
    return box.x;
  };
  const nameRoom = urdu(printed.nameUrdu, 0.385);
  const relationRoom = urdu(printed.relationUrdu, 0.585);
  const room = (right: number) => Math.max(0.28, right / W - 0.275);
  return {
    // The column's rule is .248 from here: a wide type comes up to it.
    idNumber: [value(printed.number, 0.265, 0.78, setting ? 0.256 : 0.24)],
    name: [value(printed.name, 0.265, 0.26, Math.min(0.42, room(nameRoom) + 0.12))],
    fatherName: [value(printed.relation, 0.265, 0.46, Math.min(0.42, room(relationRoom) + 0.12))],
    gender: [value(printed.gender, 0.265, 0.66, 0.08)],
    country: [value(printed.stay, 0.375, 0.66, 0.31)],
    birthDay: [value(printed.birth, 0.527, 0.78, 0.17)],
    issueDay: [value(printed.issue, 0.265, 0.89, 0.23)],
    expiryDay: [value(printed.expiry, 0.527, 0.89, 0.17)],
  };
}
