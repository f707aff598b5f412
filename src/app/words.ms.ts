import type en from './words.en.ts';

const words: Record<keyof typeof en, string> = {
  'app.skip': 'Langkau ke kandungan',
  'app.language': 'Bahasa',
  'app.back': 'Kembali',
  'app.close': 'Tutup',
  'app.again': 'Cuba lagi',
  'app.manual': 'Taip semuanya sendiri',
  'app.offline': 'Anda di luar talian. Apa yang anda isi kekal di sini dan diteruskan apabila talian pulih.',
  'app.progress': 'Langkah {step} daripada {count}',
  'aside.title': 'Gambar, semakan, borang.',
  'aside.text': 'Kad anda dibaca di sini, oleh pejabat ini. Anda menyemak setiap baris sebelum dihantar.',
  'welcome.title': 'Kad anda mengisi borang',
  'welcome.lead':
    'Ambil gambar kad pengenalan anda, semak apa yang dibaca, dan hantar. Ia mengambil masa kira-kira seminit.',
  'welcome.country': 'Kad negara manakah yang anda ada?',
  'welcome.guess': 'Dicadangkan mengikut bahasa anda',
  'welcome.down.title': 'Perkhidmatan tidak menjawab',
  'welcome.down.text': 'Mungkin ia baru bermula, atau talian terputus. Kami terus mencuba.',
  'consent.title': 'Sebelum mengambil gambar',
  'consent.why.title': 'Untuk apa',
  'consent.why.text':
    'Pejabat perlu mengenali anda. Gambar dan maklumat anda digunakan untuk permohonan ini sahaja.',
  'consent.who.title': 'Siapa membaca gambar',
  'consent.who.embedded': 'Sebuah program pada pelayan pejabat ini sendiri. Tiada syarikat lain melihatnya.',
  'consent.who.hosted':
    '{operator}, bagi pihak pejabat ini. Gambar anda dihantar kepada mereka dan dibaca di sana.',
  'consent.who.outside':
    'Perkhidmatan luar, bagi pihak pejabat ini. Gambar anda dihantar dan dibaca di sana.',
  'consent.keep.title': 'Apa yang disimpan',
  'consent.keep.text':
    'Apa yang anda hantar disimpan secara tersulit. Apa yang tidak dihantar dipadamkan dalam 24 jam, atau serta-merta jika anda minta.',
  'proof.text':
    'Pelayar anda sedang membuktikan bahawa ia digunakan oleh seseorang, bukan oleh serbuan program. Ini mengambil masa beberapa saat; anda tidak perlu berbuat apa-apa.',
  'proof.label': 'Kerja selesai',
  'consent.accept': 'Saya setuju, teruskan',
  'reading.title': 'Membaca kad anda',
  'reading.sending': 'Menghantar gambar: {share, number, percent}',
  'reading.reading': 'Gambar telah diterima dan sedang dibaca.',
  'reading.slow': 'Ini lebih lama daripada biasa. Anda boleh menunggu, atau taip semuanya sendiri.',
  'reading.progress': 'Gambar dihantar',
  'reading.cancel': 'Batal',
  'failed.retake': 'Ambil gambar lain',
  'failed.unreadable.title': 'Tulisan tidak dapat dibaca',
  'failed.unreadable.text':
    'Gambar mungkin sedikit kabur, gelap atau berkilau. Pegang kad dengan rata di tempat terang dan cuba sekali lagi.',
  'failed.notCard.title': 'Tiada {card} kelihatan',
  'failed.notCard.text':
    'Tunjukkan bahagian hadapan kad dengan keempat-empat bucunya, di atas permukaan kosong, dan cuba sekali lagi.',
  'failed.offline.title': 'Gambar tidak sampai',
  'failed.offline.text': 'Talian terputus. Gambar anda masih di sini: cuba lagi apabila anda bersambung.',
  'failed.busy.title': 'Kad tidak dapat dibaca sekarang',
  'failed.busy.text': 'Masalah di pihak kami. Gambar anda masih di sini: cuba lagi sebentar nanti.',
  'failed.image.title': 'Gambar ini tidak dapat digunakan',
  'failed.image.text': 'Ia rosak, atau jenis yang tidak dapat kami buka. Ambil gambar lain.',
  'failed.limit.title': 'Itu percubaan terakhir',
  'failed.limit.text': 'Tiada lagi gambar dapat dibaca untuk permohonan ini. Taip maklumat anda sendiri.',
  'failed.over.title': 'Masanya telah tamat',
  'failed.over.text': 'Sila kembali ke tempat anda memulakan permohonan ini, dan buka sekali lagi.',
  'receipt.title': 'Dihantar. Terima kasih!',
  'receipt.reference': 'Nombor rujukan anda',
  'receipt.sent': 'Diterima pada {date}, jam {time}',
  'receipt.save': 'Simpan resit',
  'receipt.status': 'Lihat perkembangannya',
  'receipt.next.title': 'Apa yang berlaku seterusnya',
  'receipt.next.1': 'Seorang pegawai membandingkan maklumat anda dengan gambar kad anda.',
  'receipt.next.2': 'Mereka akan menghubungi anda melalui e-mel atau nombor telefon yang anda berikan.',
  'receipt.next.3':
    'Sementara itu, ikuti permohonan anda dengan pautan di bawah. Hanya anda memilikinya: simpanlah.',
  'receipt.restart': 'Mulakan permohonan lain',
  'receipt.backTo': 'Kembali ke {name}',
  'receipt.link': 'Halaman status',

  'fault.title': 'Ada masalah pada halaman ini',
  'fault.text': 'Apa yang anda isi telah disimpan. Muat semula halaman untuk meneruskan.',
  'fault.reload': 'Muat semula halaman',
};

export default words;
