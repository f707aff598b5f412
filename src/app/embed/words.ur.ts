import type en from './words.en.ts';

const words: Record<keyof typeof en, string> = {
  'embed.alone.title': 'یہ صفحہ کسی دوسری سائٹ کا حصہ ہے',
  'embed.alone.text':
    'یہ اُس سائٹ پر دکھایا جاتا ہے جسے آپ کا کارڈ درکار ہے۔ براہِ کرم اُسی سائٹ پر واپس جا کر شروع کریں۔',
  'embed.unknown_client.title': 'یہ صفحہ ٹھیک سے نہیں لگایا گیا',
  'embed.unknown_client.text':
    'جو سائٹ اسے دکھا رہی ہے وہ یہاں درج نہیں۔ براہِ کرم اُنہیں بتائیں؛ آپ کی کوئی چیز نہیں بھیجی گئی۔',
  'embed.wrong_page.title': 'یہ صفحہ ٹھیک سے نہیں لگایا گیا',
  'embed.wrong_page.text':
    'یہ کسی اور سائٹ کے لیے بنایا گیا تھا۔ براہِ کرم اُنہیں بتائیں؛ آپ کی کوئی چیز نہیں بھیجی گئی۔',
  'embed.token.title': 'یہ درخواست نہیں کھل سکتی',
  'embed.token.text':
    'ممکن ہے یہ ختم ہو چکی ہو یا وقت گزر گیا ہو۔ براہِ کرم واپس جا کر ایک بار پھر شروع کریں۔',
  'embed.unreachable.title': 'سروس جواب نہیں دے رہی',
  'embed.unreachable.text':
    'ممکن ہے یہ ابھی شروع ہو رہی ہو یا رابطہ منقطع ہو۔ براہِ کرم تھوڑی دیر میں دوبارہ کوشش کریں۔',
};

export default words;
