import type en from './words.en.ts';

const words: Record<keyof typeof en, string> = {
  'section.identity': 'Maklumat pada kad anda',
  'section.address': 'Alamat',
  'section.contact': 'Cara menghubungi anda',
  'field.name.label': 'Nama penuh',
  'field.name.hint': 'Seperti tercetak pada kad',
  'field.birthDate.label': 'Tarikh lahir',
  'field.date.hint': 'Hari, bulan dan tahun, contohnya 14.09.2001',
  'field.gender.label': 'Jantina',
  'gender.M': 'Lelaki',
  'gender.F': 'Perempuan',
  'gender.X': 'X',
  'field.contact.label': 'E-mel atau nombor telefon',
  'field.contact.hint': 'Pejabat menggunakannya untuk permohonan ini sahaja.',
  'check.required': 'Sila isi ruangan ini.',
  'check.choose': 'Sila pilih satu.',
  'check.length': 'Ini melebihi {max} aksara yang muat di sini.',
  'check.number.shape': 'Nombor ini mempunyai {count} digit dalam kumpulan: {pattern}.',
  'check.number.read': 'Pada kad, kami membaca {read}. Sila bandingkan kedua-duanya.',
  'check.date': 'Tarikh ini belum lengkap. Berikan hari, bulan dan tahun.',
  'check.future': 'Tarikh ini belum tiba. Sila bandingkan dengan kad.',
  'check.birth.old': 'Seseorang yang lahir pada tarikh ini berumur {age} tahun. Sila bandingkan dengan kad.',
  'check.birth.young':
    'Seseorang yang lahir pada tarikh ini berumur {age} tahun. Kad ini dikeluarkan mulai umur {min} tahun.',
  'check.gender.number':
    'Nombor ini berakhir dengan {digit}, seperti nombor {expected, select, M {lelaki} other {perempuan}}. Sila bandingkan kedua-duanya dengan kad.',
  'check.name.characters': 'Nama jarang mengandungi “{found}”. Sila bandingkan dengan kad.',
  'check.contact':
    'Berikan alamat e-mel atau nombor telefon. Di luar negara, mulakan nombor dengan + dan kod negara.',
};

export default words;
