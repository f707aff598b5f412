import type en from './words.en.ts';

const words: Record<keyof typeof en, string> = {
  'section.identity': 'آپ کے کارڈ کے مطابق',
  'section.address': 'پتہ',
  'section.contact': 'آپ سے رابطہ',
  'field.name.label': 'پورا نام',
  'field.name.hint': 'جیسا کارڈ پر چھپا ہے',
  'field.birthDate.label': 'تاریخِ پیدائش',
  'field.date.hint': 'دن، مہینہ اور سال، مثلاً \u206614.09.2001\u2069',
  'field.gender.label': 'جنس',
  'gender.M': 'مرد',
  'gender.F': 'عورت',
  'gender.X': 'X',
  'field.contact.label': 'ای میل یا فون نمبر',
  'field.contact.hint': 'دفتر اسے صرف اسی درخواست کے لیے استعمال کرے گا۔',
  'check.required': 'براہِ کرم یہ خانہ پُر کریں۔',
  'check.choose': 'براہِ کرم ایک چنیں۔',
  'check.length': 'یہ {max} حروف کی گنجائش سے زیادہ ہے۔',
  'check.number.shape': 'اس نمبر میں {count} ہندسے ہوتے ہیں، اس ترتیب میں: \u2066{pattern}\u2069۔',
  'check.number.read': 'کارڈ پر ہم نے \u2066{read}\u2069 پڑھا۔ براہِ کرم دونوں کا موازنہ کریں۔',
  'check.date': 'یہ تاریخ ابھی مکمل نہیں۔ دن، مہینہ اور سال لکھیں۔',
  'check.future': 'یہ تاریخ ابھی آئی نہیں۔ براہِ کرم کارڈ سے ملا کر دیکھیں۔',
  'check.birth.old': 'اس دن پیدا ہونے والے کی عمر {age} سال ہوگی۔ براہِ کرم کارڈ سے ملا کر دیکھیں۔',
  'check.birth.young': 'اس دن پیدا ہونے والے کی عمر {age} سال ہے۔ یہ کارڈ {min} سال کی عمر سے جاری ہوتا ہے۔',
  'check.gender.number':
    'نمبر {digit} پر ختم ہوتا ہے، جیسا {expected, select, M {مردوں} other {عورتوں}} کا ہوتا ہے۔ براہِ کرم دونوں کو کارڈ سے ملا کر دیکھیں۔',
  'check.name.characters': 'ناموں میں ”\u2068{found}\u2069“ کم ہی ہوتا ہے۔ براہِ کرم کارڈ سے ملا کر دیکھیں۔',
  'check.contact': 'ای میل یا فون نمبر لکھیں۔ بیرونِ ملک کا نمبر \u2066+\u2069 اور ملک کے کوڈ سے شروع کریں۔',
};

export default words;
