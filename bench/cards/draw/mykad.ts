import type { MyPerson } from '../people/my-person.ts';
import type { Random } from '../random.ts';
import { bold, type Face, type Family, face, regular, serifBold } from '../type/faces.ts';
import { breakLines, loose } from './flow.ts';
import { drawGround, type Ground } from './guilloche.ts';
import { chip, type Drawn, malaysianFlag, specimen } from './parts.ts';
import { drawPortrait } from './portrait.ts';
import { type Box, cardSvg, H, lineWidth, rect, type TextStyle, textAt, W } from './svg.ts';

const GROUNDS: Readonly<Record<MyPerson['kind'], readonly Ground[]>> = {
  mykad: [
    { paper: ['#cfeaf6', '#a9d6ee', '#c4dcf2'], inks: ['#2f7fb5', '#56a9c9', '#7c8fc4'] },
    { paper: ['#dff3f7', '#b8e1ea', '#bcd2ee'], inks: ['#1f8fa8', '#4f86c6', '#86bcd2'] },
    { paper: ['#c7dff3', '#d3eef5', '#a8cbe8'], inks: ['#3467a8', '#3f9fc0', '#9a93c8'] },
  ],
  mypr: [
    { paper: ['#f7d6d3', '#f2b7b5', '#f5cfc6'], inks: ['#b5483f', '#cf7f72', '#c4628a'] },
    { paper: ['#f9dfd8', '#efb3ab', '#f0c6cf'], inks: ['#c23f4a', '#d08a66', '#b8657f'] },
  ],
  mykas: [
    { paper: ['#d6efd3', '#b4dfb5', '#cfe8c4'], inks: ['#3c8f4f', '#6fae62', '#4f9a8a'] },
    { paper: ['#e0f2da', '#bfe2c3', '#c5e6d4'], inks: ['#2f8a5a', '#86b24f', '#5aa08c'] },
  ],
};
const STATUS = { mykad: 'WARGANEGARA', mypr: 'PEMASTAUTIN TETAP', mykas: 'PEMASTAUTIN SEMENTARA' } as const;
const PORTRAIT: Box = [0.65, 0.2, 0.96, 0.87];
const GHOST: Box = [0.48, 0.23, 0.645, 0.54];
const RIGHT_COLUMN = 0.655;

function titles(random: Random, sans: Face, strong: Face): { svg: string; hasEnglish: boolean } {
  const at = loose(random, 0.01);
  const ink = random.pick(['#12305e', '#1a1a1c', '#0e3f6b']);
  const plate = random.chance(0.5)
    ? rect([0.04, 0.02, 0.585, 0.2], `rx="8" fill="#fff" opacity="${random.between(0.15, 0.45)}"`)
    : '';
  const hasEnglish = random.chance(0.5);
  const style = (cap: number, of: Face): TextStyle => ({
    face: of,
    cap: cap * H * at.size,
    fill: ink,
    room: 0.52 * W,
  });
  const lines = hasEnglish
    ? [
        textAt('KAD PENGENALAN', at.x(0.055) * W, at.y(0.085) * H, style(0.045, strong)),
        textAt('MALAYSIA', at.x(0.055) * W, at.y(0.15) * H, style(0.05, serifBold())),
        textAt('IDENTITY CARD', at.x(0.055) * W, at.y(0.194) * H, style(0.03, sans)),
      ]
    : [
        textAt('KAD PENGENALAN', at.x(0.055) * W, at.y(0.1) * H, style(0.05, strong)),
        textAt('MALAYSIA', at.x(0.055) * W, at.y(0.185) * H, style(0.062, serifBold())),
      ];
  const logo = textAt('MyKad', at.x(0.595) * W, at.y(0.15) * H, {
    face: face('lato', 700, 'italic'),
    cap: 0.075 * H,
    fill: random.pick(['#1d3f8f', '#b3202c', '#16306b']),
    room: 0.145 * W,
  });
  return { svg: plate + lines.join('') + logo, hasEnglish };
}

/** The column at the right, under the portrait: status, religion, gender, corner letter. */
function rightColumn(
  random: Random,
  person: MyPerson,
  style: TextStyle,
  at: ReturnType<typeof loose>,
): string {
  const cap = style.cap * random.between(0.78, 0.95);
  const small: TextStyle = { ...style, cap, anchor: 'middle', room: 0.29 * W };
  const first = at.y(0.905) * H;
  const second = first + Math.max(0.045 * H, cap * 1.25);
  const religion = person.isMuslim
    ? textAt('ISLAM', at.x(0.695) * W, second, { ...small, room: 0.085 * W })
    : '';
  const corner = person.corner
    ? textAt(person.corner, at.x(0.95) * W, Math.min(second + cap * random.between(0.4, 0.7), 0.98 * H), {
        ...small,
        cap: cap * 0.8,
      })
    : '';
  const gender = textAt(person.truth.Gender, at.x(person.corner ? 0.855 : 0.864) * W, second, {
    ...small,
    room: (person.corner ? 0.155 : 0.172) * W,
  });
  return textAt(STATUS[person.kind], at.x(0.805) * W, first, small) + religion + gender + corner;
}

/** Draws the front of a Malaysian card. */
export function drawMyKad(random: Random, person: MyPerson, family: Family): Drawn {
  const [strong, plain] = [bold(family), regular(family)];
  const head = titles(random.fork('titles'), plain, strong);
  const layout = random.fork('layout');
  const at = loose(layout);
  const ink = layout.pick(['#141416', '#1b1b22', '#0f1420', '#26262b']);
  const style = (cap: number): TextStyle => ({ face: strong, cap: cap * H * at.size, fill: ink });
  const left = Math.max(0.014, at.x(0.026));

  const number = style(0.052);
  // Never into the title's last line, which plays on its own.
  const numberY = Math.max(at.y(0.285) * H, 0.222 * H + number.cap);
  const numberSvg = textAt(person.truth.CardNumber, left * W, numberY, {
    ...number,
    spacing: layout.between(0, 2),
    room: 0.42 * W,
  });

  const name = style(0.039);
  const nameRoom = layout.between(0.43, 0.56) * W;
  const nameLines = breakLines(person.name, name, nameRoom, 3);
  const address = style(0.036);
  const addressRoom = (RIGHT_COLUMN - 0.02 - left) * W;
  const bottom = Math.min(0.977, at.y(0.962)) * H;
  const addressPitch = Math.max(layout.between(0.042, 0.047) * H, address.cap * 1.18);
  const addressTop = bottom - addressPitch * (person.addressLines.length - 1) - address.cap;
  const namePitch = Math.max(0.046 * H, name.cap * 1.15);
  // The name stands where it always does, unless a long address under it needs the room.
  const nameY = Math.min(
    at.y(0.655) * H + name.cap,
    addressTop - name.cap * 0.5 - namePitch * (nameLines.length - 1),
  );
  const nameSvg = nameLines.map((line, i) =>
    textAt(line, left * W, nameY + i * namePitch, { ...name, room: addressRoom }),
  );
  const addressSvg = person.addressLines.map((line, i) =>
    textAt(line, left * W, bottom - addressPitch * (person.addressLines.length - 1 - i), {
      ...address,
      room: addressRoom,
    }),
  );

  const hasGhost = layout.chance(0.6);
  const look = { sex: person.sex, isGrey: false, softEdge: true };
  const over = specimen(random.fork('specimen'), PORTRAIT, [0.29, 0.42, 0.47, 0.56]);
  const column = loose(random.fork('column'), 0.008);
  const reach = (lines: readonly string[], of: TextStyle): number =>
    left + Math.max(...lines.map((line) => Math.min(lineWidth(line, of), addressRoom))) / W;
  const body = [
    drawGround(random.fork('ground'), layout.pick(GROUNDS[person.kind]), 'MALAYSIA', plain),
    head.svg,
    malaysianFlag([0.765, 0.03, 0.945, 0.195]),
    chip(random.fork('chip'), [at.x(0.1), at.y(0.33), at.x(0.255), at.y(0.55)]),
    drawPortrait(random.fork('portrait'), PORTRAIT, look, 'p'),
    hasGhost
      ? drawPortrait(random.fork('portrait'), GHOST, { ...look, isGrey: true, opacity: 0.4 }, 'g')
      : '',
    numberSvg,
    ...nameSvg,
    ...addressSvg,
    rightColumn(random.fork('right'), person, style(0.036), column),
    over.svg,
  ];
  return {
    svg: cardSvg(body.join('\n')),
    faces: [strong, plain, serifBold(), face('lato', 700, 'italic')],
    text: [
      [left, (numberY - number.cap) / H, left + lineWidth(person.truth.CardNumber, number) / W, numberY / H],
      [
        left,
        (nameY - name.cap) / H,
        reach(nameLines, name),
        (nameY + namePitch * (nameLines.length - 1)) / H,
      ],
      [left, addressTop / H, reach(person.addressLines, address), bottom / H],
      [RIGHT_COLUMN, 0.87, 0.955, 0.965],
    ],
    variants: [
      person.kind,
      `names-${nameLines.length}`,
      `address-${person.addressLines.length}`,
      over.variant,
      ...(person.corner ? [`corner-${person.corner}`] : []),
      person.isMuslim ? 'islam' : 'no-religion',
      head.hasEnglish ? 'identity-card-title' : 'old-title',
      ...(hasGhost ? ['ghost'] : []),
    ],
  };
}
