import type en from './words.en.ts';

const words: Readonly<Record<keyof typeof en, string>> = {
  'ask.photo': 'Pejabat meminta gambar lain kad anda',
  'ask.correction': 'Pejabat meminta anda membetulkan sesuatu',
  'ask.reference': 'Bagi permohonan {reference}',
  'ask.photo.blurred': 'Gambar itu kabur.',
  'ask.photo.glare': 'Cahaya terpantul pada kad.',
  'ask.photo.cut_off': 'Sebahagian kad terpotong.',
  'ask.photo.too_dark': 'Gambar itu terlalu gelap.',
  'ask.photo.covered': 'Sesuatu menutupi kad.',
  'ask.photo.not_the_card': 'Itu bukan kad yang diminta.',
  'ask.photo.other': 'Kad tidak dapat disemak dengan gambar itu.',
  'ask.correction.number': 'Sila bandingkan nombor dengan kad anda.',
  'ask.correction.name': 'Sila bandingkan nama dengan kad anda.',
  'ask.correction.dates': 'Sila bandingkan tarikh dengan kad anda.',
  'ask.correction.address': 'Sila bandingkan alamat dengan kad anda.',
  'ask.correction.contact': 'Sila semak alamat e-mel atau nombor telefon anda.',
  'ask.correction.other': 'Sila bandingkan maklumat anda dengan kad anda.',
};

export default words;
