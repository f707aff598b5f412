import type en from './words.en.ts';

const words: Record<keyof typeof en, string> = {
  'verify.title': 'کارڈ کی تصدیق',
  'verify.lead':
    'کارڈ کی تصویر یہاں چھوڑیں، چنیں، یا کیمرا استعمال کریں۔ اسے فوراً پڑھا اور جانچا جاتا ہے؛ جب تک آپ نہ رکھیں کچھ محفوظ نہیں ہوتا۔',
  'verify.country': 'کارڈ کا ملک',
  'verify.reading': 'کارڈ پڑھا جا رہا ہے',
  'verify.another': 'دوسرا کارڈ',
  'verify.not_card': '{card} نظر نہیں آیا',
  'verify.not_card.text': 'کارڈ کا سامنے والا رخ، چاروں کونوں سمیت، سادہ سطح پر دکھائیں۔',
  'verify.unreadable': 'تحریر پڑھی نہیں جا سکی',
  'verify.unreadable.text': 'شاید تصویر کچھ دھندلی، اندھیری یا چمکدار ہے۔ دوسری لیں۔',
  'verify.failed': 'کارڈ ابھی پڑھا نہیں جا سکتا',
  'verify.failed.text': 'پڑھنے والا جواب نہیں دے رہا۔ ذرا دیر میں ایک بار پھر کوشش کریں۔',
  'verify.read': 'کارڈ کیا کہتا ہے',
  'verify.clean': 'بلا شبہ پڑھا گیا، اور ہر جانچ درست۔',
  'verify.look': '{count, plural, one {# بات} other {# باتیں}} دیکھنے کی ہیں',
  'verify.unsure': 'مشکوک',
  'verify.duplicates': 'پہلے درخواست دے چکے',
  'verify.keep': 'درخواست کے طور پر رکھیں',
  'verify.keep.text': 'صرف تب جب گاہک درخواست دینا چاہے، اور تصویر و کوائف محفوظ ہونے پر راضی ہو۔',
  'verify.keep.consent': 'گاہک یہاں موجود ہے اور راضی ہے',
  'verify.keep.go': 'رکھیں',
  'verify.kept': '\u2068{reference}\u2069 کے طور پر رکھی گئی',
  'verify.kept.open': 'کھولیں',
  'verify.error.checks_failed': 'کچھ کم یا غلط ہے: {fields}۔',
  'verify.error.link_spent': 'یہ پڑھائی آدھے گھنٹے سے پرانی ہے۔ کارڈ دوبارہ پڑھیں۔',
  'verify.error.other': 'یہ پہنچ نہیں سکا۔ کچھ محفوظ نہیں ہوا؛ ایک بار پھر کوشش کریں۔',
};

export default words;
