// Written by tools/countries.ts; do not edit.
import type { CountryEntry } from './types.ts';

export const COUNTRIES: readonly CountryEntry[] = [
  {
    code: 'my',
    suggestedBy: ["MY","ms"],
    cardName: {"en":"MyKad","ms":"MyKad","ur":"مائی کیڈ"},
    load: () => import('./my/index.ts').then((module) => module.my),
  },
  {
    code: 'pk',
    suggestedBy: ["PK","ur"],
    cardName: {"en":"National Identity Card","ms":"Kad Pengenalan Negara","ur":"قومی شناختی کارڈ"},
    load: () => import('./pk/index.ts').then((module) => module.pk),
  },
];
