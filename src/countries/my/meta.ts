/** BCP 47 regions and languages that suggest this country. */
export const suggestedBy = ['MY', 'ms'];

export const cardName = { en: 'MyKad', ms: 'MyKad', ur: 'مائی کیڈ' };
