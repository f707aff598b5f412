import type en from './words.en.ts';

const words: Record<keyof typeof en, string> = {
  'door.signIn': 'داخل ہوں',
  'door.lead': 'درخواستیں جانچنے والوں کے لیے۔',
  'door.email': 'ای میل',
  'door.password': 'پاس ورڈ',
  'door.password.hint': 'کم از کم {min} حروف۔ چند الفاظ ایک ساتھ یاد رکھنا آسان ہے۔',
  'door.passkey': 'پاس کی سے داخل ہوں',
  'door.oidc': '\u2068{name}\u2069 سے داخل ہوں',
  'door.or': 'یا',
  'door.language': 'زبان',

  'code.title': 'آپ کا کوڈ',
  'code.app': 'آپ کی تصدیقی ایپ کے چھ ہندسے',
  'code.backup': 'آپ کا ایک متبادل کوڈ',
  'code.useBackup': 'متبادل کوڈ استعمال کریں',
  'code.useApp': 'ایپ استعمال کریں',
  'code.go': 'آگے چلیں',
  'code.back': 'پاس ورڈ پر واپس',

  'setup.title': '\u2068Kenal\u2069 میں خوش آمدید',
  'setup.lead': 'ابھی کوئی اکاؤنٹ نہیں ہے۔ پہلا اکاؤنٹ منتظم کا ہے، جو دوسروں کو دعوت دیتا ہے۔',
  'setup.code': 'سیٹ اپ کوڈ',
  'setup.code.hint': 'یہ سرور کے لاگ میں ہے، اس سطر میں جو کہتی ہے کہ کنسول اپنے پہلے منتظم کا منتظر ہے۔',
  'setup.name': 'آپ کا نام',
  'setup.go': 'اکاؤنٹ بنائیں',

  'invite.title': 'آپ کو دعوت دی گئی ہے',
  'invite.lead': '{role} کے طور پر، ای میل \u2068{email}\u2069 کے ساتھ۔',
  'invite.go': 'اکاؤنٹ بنائیں',
  'invite.gone': 'یہ دعوت اب کارآمد نہیں',
  'invite.gone.text': 'یہ استعمال ہو چکی، واپس لے لی گئی، یا بہت پرانی ہے۔ منتظم سے نئی مانگیں۔',
  'invite.signIn': 'داخلے کے صفحے پر جائیں',

  'door.error.credentials_wrong': 'ای میل اور پاس ورڈ آپس میں نہیں ملتے۔',
  'door.error.account_locked': 'بہت زیادہ کوششیں۔ یہ اکاؤنٹ کچھ دیر کے لیے مقفل ہے؛ منتظم اسے کھول سکتا ہے۔',
  'door.error.code_wrong': 'یہ کوڈ درست نہیں، یا اب درست نہیں رہا۔',
  'door.error.passkey_refused': 'یہ پاس کی یہاں معلوم نہیں ہے۔',
  'door.error.setup_done': 'کوئی آپ سے پہلے پہنچ گیا: منتظم اب موجود ہے۔ براہِ کرم داخل ہوں۔',
  'door.error.forbidden': 'یہ کوڈ درست نہیں۔',
  'door.error.email_taken': 'اس ای میل کے ساتھ پہلے سے ایک اکاؤنٹ ہے۔',
  'door.error.link_spent': 'یہ دعوت اب کارآمد نہیں۔',
  'door.error.invalid_request': 'یہاں کچھ درست نہیں ہے۔ براہِ کرم ایک بار پھر دیکھ لیں۔',
  'door.error.rate_limited': 'بہت زیادہ کوششیں۔ براہِ کرم ایک منٹ انتظار کریں۔',
  'door.error.oidc': 'آپ کے ادارے کے داخلے نے انکار کر دیا۔ اس کے منتظم سے پوچھیں۔',
  'door.error.cancelled': 'کوئی پاس کی استعمال نہیں ہوئی۔',
  'door.error.other': 'سرور جواب نہیں دے رہا۔ براہِ کرم ذرا دیر میں دوبارہ کوشش کریں۔',
};

export default words;
