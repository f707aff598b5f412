import type en from './words.en.ts';

const words: Record<keyof typeof en, string> = {
  'verify.title': 'Sahkan kad',
  'verify.lead':
    'Letak foto kad di sini, pilih satu, atau gunakan kamera. Ia dibaca dan disemak serta-merta; tiada yang disimpan melainkan anda menyimpannya.',
  'verify.country': 'Negara kad',
  'verify.reading': 'Kad sedang dibaca',
  'verify.another': 'Kad lain',
  'verify.not_card': 'Tiada {card} kelihatan',
  'verify.not_card.text':
    'Tunjukkan bahagian hadapan kad dengan keempat-empat penjuru, di atas permukaan rata.',
  'verify.unreadable': 'Teks tidak dapat dibaca',
  'verify.unreadable.text': 'Foto mungkin agak kabur, gelap atau berkilat. Ambil yang lain.',
  'verify.failed': 'Kad tidak dapat dibaca sekarang',
  'verify.failed.text': 'Pembaca tidak menjawab. Cuba sekali lagi sebentar nanti.',
  'verify.read': 'Apa yang tertera pada kad',
  'verify.clean': 'Dibaca tanpa ragu, dan semua semakan lulus.',
  'verify.look': '{count, plural, other {# perkara}} untuk dilihat',
  'verify.unsure': 'diragui',
  'verify.duplicates': 'Pernah memohon',
  'verify.keep': 'Simpan sebagai permohonan',
  'verify.keep.text': 'Hanya jika pelanggan mahu memohon, dan bersetuju foto serta butirannya disimpan.',
  'verify.keep.consent': 'Pelanggan ada di sini dan bersetuju',
  'verify.keep.go': 'Simpan',
  'verify.kept': 'Disimpan sebagai {reference}',
  'verify.kept.open': 'Buka',
  'verify.error.checks_failed': 'Ada yang kurang atau salah: {fields}.',
  'verify.error.link_spent': 'Bacaan ini lebih setengah jam lamanya. Baca kad sekali lagi.',
  'verify.error.other': 'Ini tidak sampai. Tiada yang disimpan; cuba sekali lagi.',
};

export default words;
