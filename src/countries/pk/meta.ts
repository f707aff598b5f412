/** BCP 47 regions and languages that suggest this country. */
export const suggestedBy = ['PK', 'ur'];

export const cardName = { en: 'National Identity Card', ms: 'Kad Pengenalan Negara', ur: 'قومی شناختی کارڈ' };
