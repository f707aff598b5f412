import { type Card, drawCard, negative, type PhotographOptions } from './index.ts';

export interface Fixture {
  readonly name: string;
  readonly format: 'jpg' | 'png' | 'bmp';
  readonly card: () => Card;
  readonly seed: number;
  readonly options: PhotographOptions;
  /** What a reader of the card's own country must answer. */
  readonly expect: 'OK' | 'not identity card' | 'check input image and retry';
  /** EXIF orientation to store the photo with. */
  readonly orientation?: 6;
}

/** Good light, everything near upright: what every fixture starts from. */
const desk = {
  level: 'good',
  glare: 0,
  shadow: 0,
  medium: 'original',
  motion: 0,
  defocus: 0.4,
  exposure: 1,
  noise: 2,
  quality: 86,
} as const satisfies PhotographOptions;

const frame = (width: number, height: number, cardWidth: number) => ({ width, height, cardWidth });

/** Far beyond what anybody could read, while colours and layout still show what the card is. */
const BLURRED = 9;

export const FIXTURES: readonly Fixture[] = [
  {
    name: 'my-wood-1mp',
    format: 'jpg',
    card: () => drawCard(2101, { clear: true, country: 'my', kind: 'mykad' }),
    seed: 1,
    options: { ...desk, ...frame(1200, 900, 960), background: 'wood', rotation: 3, tilt: 4 },
    expect: 'OK',
  },
  {
    name: 'my-cloth-2mp',
    format: 'jpg',
    card: () => drawCard(2102, { clear: true, country: 'my', kind: 'mykad' }),
    seed: 2,
    options: { ...desk, ...frame(1600, 1200, 1150), background: 'cloth', rotation: -7, tilt: 9 },
    expect: 'OK',
  },
  {
    name: 'my-hand-3mp',
    format: 'jpg',
    card: () => drawCard(2103, { clear: true, country: 'my', kind: 'mykad', gender: 'PEREMPUAN' }),
    seed: 3,
    options: { ...desk, ...frame(2048, 1536, 1400), background: 'hand', rotation: 8, tilt: 12, quality: 80 },
    expect: 'OK',
  },
  {
    name: 'my-permanent-2mp',
    format: 'jpg',
    card: () => drawCard(2104, { clear: true, country: 'my', kind: 'mypr' }),
    seed: 4,
    options: { ...desk, ...frame(1600, 1200, 1200), background: 'stone', rotation: -2, tilt: 6 },
    expect: 'OK',
  },
  {
    name: 'my-turned-exif6-2mp',
    format: 'jpg',
    card: () => drawCard(2105, { clear: true, country: 'my', kind: 'mykad' }),
    seed: 5,
    options: { ...desk, ...frame(1200, 1600, 1050), background: 'wood', rotation: 2, tilt: 5 },
    expect: 'OK',
    orientation: 6,
  },
  {
    name: 'my-keyboard-12mp',
    format: 'jpg',
    card: () => drawCard(2106, { clear: true, country: 'my', kind: 'mykad', longName: true }),
    seed: 6,
    options: {
      ...desk,
      ...frame(4000, 3000, 2600),
      background: 'keyboard',
      rotation: 4,
      tilt: 7,
      defocus: 1.4,
      noise: 1.5,
      quality: 78,
    },
    expect: 'OK',
  },
  {
    name: 'my-scan',
    format: 'png',
    card: () => drawCard(2107, { clear: true, country: 'my', kind: 'mykad' }),
    seed: 7,
    options: { clean: true, ...frame(1000, 631, 1000), background: 'white' },
    expect: 'OK',
  },
  {
    name: 'pk-plain-1mp',
    format: 'jpg',
    card: () => drawCard(3101, { clear: true, country: 'pk', kind: 'snic', gender: 'F' }),
    seed: 11,
    options: { ...desk, ...frame(1200, 900, 950), background: 'plain', rotation: -4, tilt: 5 },
    expect: 'OK',
  },
  {
    name: 'pk-clutter-3mp',
    format: 'jpg',
    card: () => drawCard(3102, { clear: true, country: 'pk', kind: 'snic', gender: 'M' }),
    seed: 12,
    options: {
      ...desk,
      ...frame(2048, 1536, 1500),
      background: 'clutter',
      rotation: 6,
      tilt: 10,
      quality: 80,
    },
    expect: 'OK',
  },
  {
    name: 'pk-overseas-5mp',
    format: 'jpg',
    card: () => drawCard(3103, { clear: true, country: 'pk', kind: 'nicop' }),
    seed: 13,
    options: {
      ...desk,
      ...frame(2560, 1920, 1800),
      background: 'wood',
      rotation: -5,
      tilt: 8,
      defocus: 0.8,
      quality: 80,
    },
    expect: 'OK',
  },
  {
    name: 'pk-lifetime-2mp',
    format: 'jpg',
    card: () => drawCard(3104, { clear: true, country: 'pk', kind: 'snic', lifetime: true }),
    seed: 14,
    options: { ...desk, ...frame(1600, 1200, 1180), background: 'cloth', rotation: 9, tilt: 7 },
    expect: 'OK',
  },
  {
    name: 'pk-scan',
    format: 'bmp',
    card: () => drawCard(3105, { clear: true, country: 'pk', kind: 'snic' }),
    seed: 15,
    options: { clean: true, ...frame(840, 530, 840), background: 'white' },
    expect: 'OK',
  },
  ...(['bank', 'ktp', 'licence', 'receipt', 'business', 'page', 'scene', 'student', 'passport'] as const).map(
    (kind, i): Fixture => ({
      name: `not-${kind}`,
      format: 'jpg',
      card: () => negative(4100 + i, kind),
      seed: 20 + i,
      options: { ...desk, ...frame(1280, 960, 900), rotation: i - 3, quality: 80 },
      expect: 'not identity card',
    }),
  ),
  ...(['my', 'pk'] as const).map(
    (country, i): Fixture => ({
      name: `blurred-${country}`,
      format: 'jpg',
      card: () => drawCard(5100 + i, { country, kind: country === 'my' ? 'mykad' : 'snic' }),
      seed: 30 + i,
      options: {
        ...desk,
        ...frame(1280, 960, 900),
        background: 'wood',
        tilt: 4,
        rotation: 2,
        defocus: BLURRED,
      },
      expect: 'check input image and retry',
    }),
  ),
];
