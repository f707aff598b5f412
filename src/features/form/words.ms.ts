import type en from './words.en.ts';

const words: Record<keyof typeof en, string> = {
  'form.title.read': 'Adakah semuanya betul?',
  'form.title.typed': 'Maklumat anda',
  'form.lead.read': 'Inilah yang kami baca. Bandingkan dengan kad anda; setiap ruangan boleh diubah.',
  'form.lead.doubtful': '{count} tempat ditanda: bahagian gambar itu sukar dibaca.',
  'form.lead.typed': 'Taip apa yang tercetak pada kad anda.',
  'form.lead.photoGone': 'Gambar itu selamat di pejabat; ia tidak lagi ditunjukkan pada peranti ini.',
  'form.optional': '(pilihan)',
  'form.doubtful': 'Betulkah ini?',
  'form.accept': 'Ya, betul',
  'form.strip': 'Baris bercetak dalam gambar anda',
  'form.also': 'Atau adakah ia {value}?',
  'form.changed': 'Diubah. Kami telah membaca:',
  'form.undo': 'Kembalikan',
  'form.warning.confirm': 'Ini memang betul',
  'form.warning.confirmed': 'Anda mengesahkan bahawa ini betul.',
  'form.warning.reconsider': 'Lihat semula',
  'form.card.title': 'Kad anda',
  'form.card.hint': 'Pilih satu ruangan untuk melihat tempatnya pada kad.',
  'form.summary.errors': '{count} perkara belum lengkap atau salah',
  'form.summary.warnings': '{count} perkara untuk disahkan',
  'form.summary.mended': 'Sudah dibetulkan. Terima kasih.',
  'form.truth': 'Dengan menghantar, anda menyatakan bahawa ini benar setakat pengetahuan anda.',
  'form.send': 'Hantar',
  'form.sending': 'Sedang dihantar',
  'form.discard': 'Padam data saya dan berhenti',
  'form.discard.title': 'Padam semuanya?',
  'form.discard.text': 'Gambar dan semua yang anda isi akan dipadamkan, di sini dan di pejabat.',
  'form.discard.yes': 'Padam semuanya',
  'form.discard.no': 'Simpan',
  'form.discard.failed':
    'Ia tidak dapat dipadam sekarang. Cuba lagi, atau tinggalkan sahaja: apa yang tidak dihantar tetap dipadam di pejabat dalam masa 24 jam.',
  'form.discard.leave': 'Tinggalkan dan berhenti',
  'form.waiting.title': 'Talian terputus',
  'form.waiting.text':
    'Permohonan anda lengkap dan akan dihantar sebaik sahaja pejabat menjawab. Sila biarkan halaman ini terbuka.',
  'form.waiting.now': 'Cuba sekarang',
  'form.waiting.stop': 'Berhenti dan ubah sesuatu',
  'form.problem.title': 'Ia tidak dapat dihantar',
  'form.problem.checks': 'Semakan pejabat menemui sesuatu. Sila lihat ruangan yang ditanda.',
  'form.problem.gone': 'Gambar itu tiada lagi. Sila kembali dan ambil sekali lagi.',
  'form.problem.busy': 'Terlalu banyak permohonan sekarang. Sila cuba lagi dalam seminit.',
  'form.problem.unsure':
    'Talian terputus terlalu lama sehingga kami tidak pasti sama ada ia sampai. Sila tanya pejabat sebelum menghantarnya semula.',
  'form.problem.over':
    'Masa untuk permohonan ini telah tamat. Sila kembali ke tempat anda memulakannya, dan buka sekali lagi.',
  'form.problem.other': 'Masalah di pihak kami. Tiada apa-apa yang hilang: sila cuba lagi.',
};

export default words;
