import type en from './words.en.ts';

const words: Record<keyof typeof en, string> = {
  'handoff.title': 'Guna kamera telefon anda',
  'handoff.lead': 'Ambil gambar dengan telefon. Ia kembali ke skrin ini dengan sendirinya.',
  'handoff.step.scan': 'Halakan kamera telefon ke kod ini dan buka pautannya.',
  'handoff.step.code': 'Taip nombor ini pada telefon:',
  'handoff.qr': 'Kod QR dengan pautan untuk telefon anda',
  'handoff.link':
    'Tiada pengimbas? Buka alamat ini pada telefon dalam masa 10 minit. Ia boleh digunakan sekali.',
  'handoff.back': 'Kembali',
  'handoff.here': 'Teruskan di sini',
  'handoff.again': 'Buat pautan baharu',
  'handoff.opened': 'Telefon anda telah membuka pautan. Taip nombor itu padanya.',
  'handoff.joined.title': 'Telefon anda telah disambung',
  'handoff.joined.text': 'Ambil gambar di sana. Skrin ini akan bersambung dengan sendirinya.',
  'handoff.ended': 'Pautan telah tamat, atau nombor salah terlalu kerap.',
  'handoff.failed': 'Pautan tidak dapat dibuat sekarang.',
  'handoff.sent.title': 'Dihantar dari telefon anda',
  'handoff.sent.text': 'Semuanya telah diterima. Anda boleh menutup halaman ini.',

  'phone.title': 'Sambung dari skrin anda yang lain',
  'phone.lead.partner': '{name} meminta gambar kad pengenalan anda.',
  'phone.lead.own': 'Anda memulakan permohonan pada skrin lain. Ambil gambar di sini.',
  'phone.code': 'Nombor pada skrin anda yang lain',
  'phone.wrong': 'Itu bukan nombornya. Sila lihat sekali lagi.',
  'phone.guard':
    'Tiada siapa menghantar anda ke sini? Orang lain yang memulakannya: tutup halaman ini, tiada apa-apa berlaku.',
  'phone.go': 'Teruskan',
  'phone.offline': 'Perkhidmatan tidak menjawab. Sila cuba lagi.',
  'phone.again': 'Cuba lagi',
  'phone.spent.title': 'Pautan ini telah digunakan',
  'phone.spent.text':
    'Ia boleh digunakan sekali, dalam masa 10 minit. Buat yang baharu pada skrin anda yang lain.',
  'phone.watching.title': 'Teruskan pada skrin anda yang lain',
  'phone.watching.text': 'Gambar telah dibaca di sana. Anda boleh menyimpan telefon.',
  'desktop.watching.title': 'Teruskan pada telefon anda',
  'desktop.watching.text':
    'Permohonan ini terbuka di sana. Apa yang diisi di sana turut dibawa apabila anda teruskan di sini.',
  'phone.take': 'Teruskan di sini',
};

export default words;
