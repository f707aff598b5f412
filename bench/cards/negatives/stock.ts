import type { Ground } from '../draw/guilloche.ts';
import type { Random } from '../random.ts';

/** A number from 1 to `most` in two digits. */
export const twoDigits = (random: Random, most: number): string =>
  String(random.int(1, most)).padStart(2, '0');

/** Card stock in colours near to, and far from, those of the two cards. */
export const BLUE: Ground = { paper: ['#bfdcf0', '#d6e8f4', '#a9cfe6'], inks: ['#4d8fb5', '#7aa9c9'] };
export const PINK: Ground = { paper: ['#f4dce0', '#f6ebe6', '#e8cfd8'], inks: ['#b5707f', '#c99a9a'] };
export const GREEN: Ground = { paper: ['#dcefd8', '#eef4e2', '#cfe6cf'], inks: ['#5f9a72', '#9cbf8c'] };
export const CREAM: Ground = { paper: ['#f6f1e0', '#efe8d0', '#f8f5ea'], inks: ['#b0a070', '#c9bd95'] };
