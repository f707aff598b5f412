import type en from './words.en.ts';

const words: Record<keyof typeof en, string> = {
  'account.title': 'آپ کا اکاؤنٹ',
  'account.password': 'پاس ورڈ',
  'account.password.current': 'موجودہ پاس ورڈ',
  'account.password.next': 'نیا پاس ورڈ',
  'account.password.hint': 'کم از کم {min} حروف۔ آپ کے باقی تمام سیشن ختم ہو جائیں گے۔',
  'account.password.change': 'پاس ورڈ بدلیں',
  'account.password.changed': 'پاس ورڈ بدل گیا۔',
  'account.totp': 'ایپ کا کوڈ',
  'account.totp.off':
    'پاس ورڈ کے ساتھ آپ کے فون کی تصدیقی ایپ ایک کوڈ دیتی ہے۔ صرف پاس ورڈ سے کوئی اندر نہیں آ سکتا۔',
  'account.totp.on': 'پاس ورڈ سے ہر داخلے پر یہ مانگا جاتا ہے۔',
  'account.totp.begin': 'شروع کریں',
  'account.totp.scan': 'ایپ سے یہ تصویر اسکین کریں',
  'account.totp.secret': 'یا اس میں یہ لکھیں',
  'account.totp.code': 'وہ چھ ہندسے جو ایپ دکھاتی ہے',
  'account.totp.confirm': 'چالو کریں',
  'account.totp.backup':
    'فون گم ہونے پر: ہر کوڈ ایک بار کام کرتا ہے۔ سنبھال کر رکھیں؛ یہ صرف ابھی دکھائے جا رہے ہیں۔',
  'account.totp.remove': 'بند کریں',
  'account.passkeys': 'پاس کیز',
  'account.passkeys.text': 'آپ اپنی انگلی، چہرے یا کنجی سے، بغیر پاس ورڈ کے، داخل ہوتے ہیں۔',
  'account.passkeys.none': 'ابھی کوئی نہیں۔',
  'account.passkeys.name': 'نئی کا نام',
  'account.passkeys.add': 'پاس کی شامل کریں',
  'account.passkeys.remove': '\u2068{name}\u2069 ہٹائیں',
  'account.since': '\u2068{time}\u2069 سے',
  'account.sessions': 'آپ کہاں کہاں داخل ہیں',
  'account.sessions.this': 'یہ براؤزر',
  'account.sessions.seen': 'آخری بار \u2068{time}\u2069',
  'account.sessions.end': '\u2068{device}\u2069 ختم کریں',
  'account.sessions.endOthers': 'باقی سب ختم کریں',
};

export default words;
