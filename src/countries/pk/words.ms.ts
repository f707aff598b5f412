import type en from './words.en.ts';

const words: Record<keyof typeof en, string> = {
  'pk.number.label': 'Nombor pengenalan (CNIC)',
  'pk.number.hint': '13 digit, di bahagian bawah kad',
  'pk.relativeName.label': 'Nama bapa atau suami',
  'pk.relativeKind.label': 'Nama siapakah itu?',
  'pk.relativeKind.father': 'Bapa saya',
  'pk.relativeKind.husband': 'Suami saya',
  'pk.stayCountry.label': 'Negara menetap',
  'pk.issueDate.label': 'Tarikh dikeluarkan',
  'pk.expiryDate.label': 'Tarikh tamat tempoh',
  'pk.expiryDate.none': 'Kad ini tiada tarikh tamat (seumur hidup)',
  'pk.address.label': 'Alamat semasa',
  'pk.address.hint': 'Jika anda mahu, supaya surat sampai kepada anda.',
  'pk.check.issue.birth': 'Kad dikeluarkan selepas pemegangnya lahir. Sila bandingkan kedua-dua tarikh.',
  'pk.check.expiry.issue': 'Kad tamat tempoh selepas dikeluarkan. Sila bandingkan kedua-dua tarikh.',
  'pk.check.expiry.passed':
    'Kad ini tamat tempoh pada {date}. Anda boleh menghantarnya, tetapi pejabat mungkin meminta kad yang lebih baharu.',
  'pk.check.expiry.near':
    'Kad ini akan tamat tempoh pada {date}. Pejabat mungkin meminta kad yang lebih baharu.',
};

export default words;
