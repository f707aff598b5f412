import type en from './words.en.ts';

const words: Record<keyof typeof en, string> = {
  'form.title.read': 'کیا سب درست ہے؟',
  'form.title.typed': 'آپ کے کوائف',
  'form.lead.read': 'ہم نے یہ پڑھا ہے۔ اسے اپنے کارڈ سے ملا لیں؛ ہر خانہ بدلا جا سکتا ہے۔',
  'form.lead.doubtful':
    '{count, plural, one {ایک جگہ پر نشان ہے} other {# جگہوں پر نشان ہے}}: وہاں تصویر مشکل سے پڑھی گئی۔',
  'form.lead.typed': 'جو کارڈ پر لکھا ہے وہی لکھیں۔',
  'form.lead.photoGone': 'تصویر دفتر کے پاس محفوظ ہے؛ اب اس فون پر نہیں دکھائی جاتی۔',
  'form.optional': '(اختیاری)',
  'form.doubtful': 'کیا یہ درست ہے؟',
  'form.accept': 'جی، درست ہے',
  'form.strip': 'آپ کی تصویر میں چھپی ہوئی سطر',
  'form.also': 'یا یہ {value} ہے؟',
  'form.changed': 'بدلا گیا۔ ہم نے پڑھا تھا:',
  'form.undo': 'وہی رکھیں',
  'form.warning.confirm': 'یہ اسی طرح درست ہے',
  'form.warning.confirmed': 'آپ نے کہا کہ یہ درست ہے۔',
  'form.warning.reconsider': 'دوبارہ دیکھیں',
  'form.card.title': 'آپ کا کارڈ',
  'form.card.hint': 'کسی خانے میں جائیں تو کارڈ پر اس کی جگہ نظر آئے گی۔',
  'form.summary.errors': '{count, plural, one {ایک چیز کم یا غلط ہے} other {# چیزیں کم یا غلط ہیں}}',
  'form.summary.warnings': '{count, plural, one {ایک چیز کی تصدیق کریں} other {# چیزوں کی تصدیق کریں}}',
  'form.summary.mended': 'درست ہو گیا۔ شکریہ۔',
  'form.truth': 'بھیج کر آپ کہتے ہیں کہ آپ کے علم کے مطابق یہ سچ ہے۔',
  'form.send': 'بھیجیں',
  'form.sending': 'بھیجا جا رہا ہے',
  'form.discard': 'میرے کوائف مٹا دیں اور رک جائیں',
  'form.discard.title': 'سب کچھ مٹا دیں؟',
  'form.discard.text': 'تصویر اور جو کچھ آپ نے لکھا، یہاں سے بھی اور دفتر سے بھی مٹا دیا جائے گا۔',
  'form.discard.yes': 'سب کچھ مٹا دیں',
  'form.discard.no': 'رہنے دیں',
  'form.discard.failed':
    'یہ ابھی مٹایا نہیں جا سکا۔ دوبارہ کوشش کریں، یا یوں ہی چھوڑ دیں: جو بھیجا نہیں گیا وہ دفتر میں بہرحال 24 گھنٹوں کے اندر مٹا دیا جاتا ہے۔',
  'form.discard.leave': 'یوں ہی چھوڑ کر رک جائیں',
  'form.waiting.title': 'رابطہ منقطع ہے',
  'form.waiting.text':
    'آپ کی درخواست مکمل ہے اور دفتر کے جواب دیتے ہی بھیج دی جائے گی۔ براہِ کرم یہ صفحہ کھلا رکھیں۔',
  'form.waiting.now': 'ابھی کوشش کریں',
  'form.waiting.stop': 'رکیں اور کچھ بدلیں',
  'form.problem.title': 'یہ بھیجا نہیں جا سکا',
  'form.problem.checks': 'دفتر کی جانچ میں کچھ سامنے آیا۔ براہِ کرم نشان زدہ خانے دیکھیں۔',
  'form.problem.gone': 'تصویر اب موجود نہیں۔ براہِ کرم واپس جا کر دوبارہ تصویر لیں۔',
  'form.problem.busy': 'اس وقت بہت زیادہ درخواستیں آ رہی ہیں۔ براہِ کرم ایک منٹ بعد کوشش کریں۔',
  'form.problem.unsure':
    'رابطہ اتنی دیر منقطع رہا کہ ہم نہیں جانتے کہ یہ پہنچا یا نہیں۔ دوبارہ بھیجنے سے پہلے براہِ کرم دفتر سے پوچھ لیں۔',
  'form.problem.over':
    'اس کارروائی کا وقت ختم ہو گیا ہے۔ براہِ کرم وہیں واپس جائیں جہاں سے شروع کیا تھا، اور دوبارہ کھولیں۔',
  'form.problem.other': 'خرابی ہماری طرف ہے۔ کچھ ضائع نہیں ہوا: براہِ کرم دوبارہ کوشش کریں۔',
};

export default words;
