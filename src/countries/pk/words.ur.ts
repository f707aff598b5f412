import type en from './words.en.ts';

const words: Record<keyof typeof en, string> = {
  'pk.number.label': 'شناختی نمبر (\u2066CNIC\u2069)',
  'pk.number.hint': '13 ہندسے، کارڈ کے نچلے حصے میں',
  'pk.relativeName.label': 'والد یا شوہر کا نام',
  'pk.relativeKind.label': 'یہ کس کا نام ہے؟',
  'pk.relativeKind.father': 'میرے والد کا',
  'pk.relativeKind.husband': 'میرے شوہر کا',
  'pk.stayCountry.label': 'ملکِ قیام',
  'pk.issueDate.label': 'تاریخِ اجرا',
  'pk.expiryDate.label': 'تاریخِ تنسیخ',
  'pk.expiryDate.none': 'کارڈ کی میعاد تاحیات ہے (\u2066Lifetime\u2069)',
  'pk.address.label': 'موجودہ پتہ',
  'pk.address.hint': 'اگر آپ چاہیں، تاکہ ڈاک آپ تک پہنچے۔',
  'pk.check.issue.birth': 'کارڈ پیدائش کے بعد جاری ہوتا ہے۔ براہِ کرم دونوں تاریخیں ملا کر دیکھیں۔',
  'pk.check.expiry.issue': 'کارڈ کی میعاد اجرا کے بعد ختم ہوتی ہے۔ براہِ کرم دونوں تاریخیں ملا کر دیکھیں۔',
  'pk.check.expiry.passed':
    'اس کارڈ کی میعاد \u2068{date}\u2069 کو ختم ہو چکی۔ آپ بھیج سکتے ہیں، مگر دفتر نیا کارڈ مانگ سکتا ہے۔',
  'pk.check.expiry.near': 'اس کارڈ کی میعاد \u2068{date}\u2069 کو ختم ہو گی۔ دفتر نیا کارڈ مانگ سکتا ہے۔',
};

export default words;
