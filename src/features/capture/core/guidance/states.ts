/**
 * What the view may say about the picture; exactly one at a time. The order is the order in which a person
 * can act: a card that is not in the picture cannot be held straighter.
 */
export const GUIDANCE = [
  'no-card',
  'dark',
  'cut-off',
  'too-near',
  'too-far',
  'tilted',
  'moving',
  'too-bright',
  'glare',
  'blurred',
  'good',
] as const;
export type Guidance = (typeof GUIDANCE)[number];
