import type en from './words.en.ts';

const words: Readonly<Record<keyof typeof en, string>> = {
  'ask.photo': 'دفتر کو آپ کے کارڈ کی ایک اور تصویر چاہیے',
  'ask.correction': 'دفتر چاہتا ہے کہ آپ کچھ درست کریں',
  'ask.reference': 'درخواست \u2066{reference}\u2069 کے لیے',
  'ask.photo.blurred': 'تصویر دھندلی تھی۔',
  'ask.photo.glare': 'کارڈ پر روشنی چمک رہی تھی۔',
  'ask.photo.cut_off': 'کارڈ کا ایک حصہ کٹ گیا تھا۔',
  'ask.photo.too_dark': 'تصویر میں اندھیرا تھا۔',
  'ask.photo.covered': 'کارڈ پر کوئی چیز تھی۔',
  'ask.photo.not_the_card': 'یہ وہ کارڈ نہیں تھا جو مانگا گیا تھا۔',
  'ask.photo.other': 'اس تصویر سے کارڈ کی جانچ نہیں ہو سکی۔',
  'ask.correction.number': 'براہِ کرم نمبر کو اپنے کارڈ سے ملائیں۔',
  'ask.correction.name': 'براہِ کرم نام کو اپنے کارڈ سے ملائیں۔',
  'ask.correction.dates': 'براہِ کرم تاریخوں کو اپنے کارڈ سے ملائیں۔',
  'ask.correction.address': 'براہِ کرم پتے کو اپنے کارڈ سے ملائیں۔',
  'ask.correction.contact': 'براہِ کرم اپنا ای میل پتہ یا فون نمبر دیکھ لیں۔',
  'ask.correction.other': 'براہِ کرم اپنے کوائف کو کارڈ سے ملائیں۔',
};

export default words;
