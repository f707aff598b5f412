import type en from './words.en.ts';

const words: Record<keyof typeof en, string> = {
  'account.title': 'Akaun anda',
  'account.password': 'Kata laluan',
  'account.password.current': 'Kata laluan sekarang',
  'account.password.next': 'Kata laluan baharu',
  'account.password.hint': 'Sekurang-kurangnya {min} aksara. Semua sesi anda yang lain tamat.',
  'account.password.change': 'Tukar kata laluan',
  'account.password.changed': 'Kata laluan telah ditukar.',
  'account.totp': 'Kod daripada aplikasi',
  'account.totp.off':
    'Selain kata laluan, aplikasi pengesah di telefon anda memberi kod. Tiada siapa masuk dengan kata laluan sahaja.',
  'account.totp.on': 'Ia diminta pada setiap log masuk dengan kata laluan.',
  'account.totp.begin': 'Sediakan',
  'account.totp.scan': 'Imbas gambar ini dengan aplikasi',
  'account.totp.secret': 'atau taip ini ke dalamnya',
  'account.totp.code': 'Enam digit yang ditunjukkannya',
  'account.totp.confirm': 'Hidupkan',
  'account.totp.backup':
    'Jika telefon hilang: setiap kod ini berfungsi sekali. Simpan dengan selamat; ia ditunjukkan sekarang sahaja.',
  'account.totp.remove': 'Matikan',
  'account.passkeys': 'Kunci laluan',
  'account.passkeys.text': 'Anda log masuk dengan jari, muka atau kunci anda, tanpa kata laluan.',
  'account.passkeys.none': 'Belum ada.',
  'account.passkeys.name': 'Nama yang baharu',
  'account.passkeys.add': 'Tambah kunci laluan',
  'account.passkeys.remove': 'Buang {name}',
  'account.since': 'sejak {time}',
  'account.sessions': 'Tempat anda log masuk',
  'account.sessions.this': 'pelayar ini',
  'account.sessions.seen': 'kali terakhir {time}',
  'account.sessions.end': 'Tamatkan {device}',
  'account.sessions.endOthers': 'Tamatkan semua yang lain',
};

export default words;
