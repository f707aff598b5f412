import type { Locale } from '#src/contract/index.ts';

/** The language of someone invited is not known: the mail says it in all three. */
const WORDS: Readonly<Record<Locale, { readonly subject: string; readonly text: string }>> = {
  en: {
    subject: 'You are invited to Kenal',
    text: 'You have been invited to check applications in Kenal. Open this link within seven days and choose a password:',
  },
  ms: {
    subject: 'Anda dijemput ke Kenal',
    text: 'Anda dijemput untuk menyemak permohonan dalam Kenal. Buka pautan ini dalam tujuh hari dan pilih kata laluan:',
  },
  ur: {
    subject: 'آپ کو Kenal میں مدعو کیا گیا ہے',
    text: 'آپ کو Kenal میں درخواستیں جانچنے کے لیے مدعو کیا گیا ہے۔ سات دن کے اندر یہ لنک کھولیں اور پاس ورڈ چنیں:',
  },
};

/** The mail that brings an invitation's link. */
export function invitationMail(id: string, to: string, link: string) {
  const all = Object.values(WORDS);
  return {
    id,
    to,
    locale: 'en' as const,
    subject: all.map(({ subject }) => subject).join(' · '),
    text: `${all.map(({ text }) => text).join('\n\n')}\n\n${link}\n`,
  };
}
