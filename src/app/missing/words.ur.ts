import type en from './words.en.ts';

const words: Readonly<Record<keyof typeof en, string>> = {
  'missing.title': 'یہاں کوئی صفحہ نہیں',
  'missing.text': 'شاید پتا ادھورا ہے۔',
  'missing.start': 'آغاز پر جائیں',
};

export default words;
