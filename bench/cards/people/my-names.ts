import type { Random } from '../random.ts';
import { ABROAD, BORNEO, CHINESE, INDIAN, MALAY, SIKH } from './my-pools.ts';

export type Sex = 'M' | 'F';
/** The communities whose naming customs the generator follows. */
export type Custom = 'malay' | 'chinese' | 'tamil' | 'sikh' | 'borneo' | 'abroad';

function malayName(random: Random, sex: Sex): string {
  const given = (of: Sex): string => {
    const first = random.pick(of === 'M' ? MALAY.men : MALAY.women);
    const prefix = random.chance(0.45)
      ? `${random.pick(of === 'M' ? MALAY.prefixes : MALAY.prefixesF)} `
      : '';
    const second = random.chance(0.3) ? ` ${random.pick(of === 'M' ? MALAY.men : MALAY.women)}` : '';
    return `${prefix}${first}${second}`;
  };
  const alias = random.chance(0.04) ? ` @ ${random.pick(sex === 'M' ? MALAY.men : MALAY.women)}` : '';
  const title = random.chance(0.05) ? `${random.pick(sex === 'M' ? MALAY.titles : MALAY.titlesF)} ` : '';
  const link = random.chance(0.03) ? (sex === 'M' ? 'B.' : 'BT.') : sex === 'M' ? 'BIN' : 'BINTI';
  const father = random.chance(0.05) ? `HAJI ${given('M')}` : given('M');
  const fatherAlias = random.chance(0.02) ? ` @ ${random.pick(MALAY.men)}` : '';
  return `${title}${given(sex)}${alias} ${link} ${father}${fatherAlias}`;
}

function chineseName(random: Random, sex: Sex): string {
  const given = `${random.pick(CHINESE.syllables)} ${random.pick(CHINESE.syllables)}`;
  const surname = random.pick(CHINESE.surnames);
  const western = random.pick(sex === 'M' ? CHINESE.westernMen : CHINESE.westernWomen);
  const plain = random.chance(0.1) ? `${surname} ${random.pick(CHINESE.syllables)}` : `${surname} ${given}`;
  return random.weighted([
    [plain, 70],
    [`${western} ${plain}`, 15],
    [`${plain} @ ${random.pick(CHINESE.surnames)} ${random.pick(CHINESE.syllables)}`, 4],
    [`${plain} ${western}`, 6],
    [`${surname} ${given.replace(' ', '-')}`, 5],
  ]);
}

function tamilName(random: Random, sex: Sex): string {
  const given = random.pick(sex === 'M' ? INDIAN.men : INDIAN.women);
  const father = random.pick(INDIAN.men);
  const link = sex === 'M' ? 'A/L' : 'A/P';
  const long = sex === 'M' ? 'ANAK LELAKI' : 'ANAK PEREMPUAN';
  const second = random.chance(0.2) ? ` ${random.pick(sex === 'M' ? INDIAN.men : INDIAN.women)}` : '';
  return random.weighted([
    [`${given}${second} ${link} ${father}`, 78],
    [`${given} ${link} ${random.pick(['K.', 'M.', 'S.', 'P.', 'V.', 'R.'])} ${father}`, 6],
    [`${given} ${long} ${father}`, 4],
    [`${given} ${sex === 'M' ? 'S/O' : 'D/O'} ${father}`, 6],
    [`${given} ${father.slice(0, 1)}. ${random.pick(INDIAN.men)}`, 6],
  ]);
}

function sikhName(random: Random, sex: Sex): string {
  const link = sex === 'M' ? 'SINGH A/L' : 'KAUR A/P';
  return `${random.pick(SIKH)} ${link} ${random.pick(SIKH)} SINGH${random.chance(0.3) ? ` ${random.pick(['GILL', 'SIDHU', 'DHILLON', 'SANDHU'])}` : ''}`;
}

function borneoName(random: Random, sex: Sex): string {
  const baptised = random.pick(sex === 'M' ? BORNEO.baptisedMen : BORNEO.baptisedWomen);
  const own = random.pick(sex === 'M' ? BORNEO.men : BORNEO.women);
  const father = random.pick(BORNEO.men);
  return random.weighted([
    [`${own} ANAK ${father}`, 32],
    [`${baptised} ${own} ANAK ${father}`, 18],
    [`${baptised} ${father}`, 16],
    [`${baptised} @ ${own} ${father}`, 10],
    [`${baptised} ${father} ${random.pick(BORNEO.men)}`, 10],
    [`${own} ${sex === 'M' ? 'BIN' : 'BINTI'} ${father}`, 8],
    [`${own} AK ${father}`, 6],
  ]);
}

function abroadName(random: Random, sex: Sex): string {
  const surname = random.pick(ABROAD.surnames);
  const given = random.pick(sex === 'M' ? ABROAD.men : ABROAD.women);
  return random.chance(0.5) ? `${given} ${surname}` : `${given} ${random.pick(ABROAD.surnames)} ${surname}`;
}

const MAKERS: Record<Custom, (random: Random, sex: Sex) => string> = {
  malay: malayName,
  chinese: chineseName,
  tamil: tamilName,
  sikh: sikhName,
  borneo: borneoName,
  abroad: abroadName,
};

/** A full name in capitals, as a Malaysian card prints it; longest about 60 characters. */
export function malaysianName(random: Random, sex: Sex, custom: Custom): string {
  return MAKERS[custom](random, sex).replaceAll(/\s+/g, ' ');
}
