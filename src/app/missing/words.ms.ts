import type en from './words.en.ts';

const words: Readonly<Record<keyof typeof en, string>> = {
  'missing.title': 'Tiada halaman di sini',
  'missing.text': 'Mungkin alamat itu terpotong.',
  'missing.start': 'Pergi ke permulaan',
};

export default words;
