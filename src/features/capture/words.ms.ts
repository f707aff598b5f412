import type { WordId } from './words.ts';

export default {
  'capture.back': 'Kembali',
  'capture.choose.title': 'Gambar kad anda',
  'capture.choose.lead':
    'Bahagian hadapan, penuh dan dalam cahaya yang baik. Kamera mengambil gambar sendiri apabila kad boleh dibaca.',
  'capture.choose.camera': 'Ambil gambar',
  'capture.choose.upload': 'Pilih gambar',
  'capture.choose.phone-camera': 'Guna aplikasi kamera telefon',
  'capture.choose.drop': 'Lepaskan gambar di sini, atau tampal',
  'capture.choose.drop-now': 'Lepaskan untuk guna gambar ini',
  'capture.choose.formats': 'JPEG, PNG, HEIC, WebP, AVIF, BMP atau muka pertama PDF, sehingga 50 MB',
  'capture.choose.specimen': 'Cuba dengan kad contoh',
  'capture.choose.manual': 'Taip semuanya sendiri',
  'capture.choose.privacy': 'Gambar kekal pada peranti ini sehingga anda memilih “Guna gambar ini”.',

  'capture.camera.label': 'Kamera',
  'capture.camera.starting': 'Memulakan kamera…',
  'capture.camera.ask': 'Jika pelayar bertanya, benarkan kamera.',
  'capture.camera.close': 'Tutup kamera',
  'capture.camera.shutter': 'Ambil gambar sekarang',
  'capture.camera.upload': 'Muat naik',
  'capture.camera.light': 'Lampu',
  'capture.camera.light-on': 'Pasang lampu',
  'capture.camera.light-off': 'Tutup lampu',
  'capture.camera.switch': 'Kamera',
  'capture.camera.switch-label': 'Pilih kamera',
  'capture.camera.number': 'Kamera {number}',
  'capture.camera.held':
    'Kamera sedang digunakan oleh panggilan atau aplikasi lain. Ia akan bersambung sendiri.',
  'capture.camera.unguided': 'Penuhkan bingkai dengan kad dan tekan butang.',

  'capture.help.title': 'Tidak berjaya?',
  'capture.help.text':
    'Letakkan kad di atas permukaan kosong, di tempat terang, dan tekan sendiri butang bulat.',
  'capture.help.close': 'Teruskan mencuba',

  'capture.guide.no-card': 'Letakkan kad dalam bingkai',
  'capture.guide.dark': 'Perlukan lebih cahaya',
  'capture.guide.cut-off': 'Tunjukkan seluruh kad',
  'capture.guide.too-near': 'Jauhkan sedikit',
  'capture.guide.too-far': 'Dekatkan lagi',
  'capture.guide.tilted': 'Pegang kad rata menghadap kamera',
  'capture.guide.moving': 'Jangan bergerak',
  'capture.guide.too-bright': 'Terlalu terang, cari tempat teduh',
  'capture.guide.glare': 'Ada pantulan cahaya {place}. Condongkan kad sedikit',
  'capture.guide.blurred': 'Kabur. Pegang diam atau jauhkan sedikit',
  'capture.guide.good': 'Bagus, jangan bergerak',
  'capture.guide.taken': 'Gambar telah diambil',

  'capture.place.top-left': 'di kiri atas',
  'capture.place.top': 'di bahagian atas',
  'capture.place.top-right': 'di kanan atas',
  'capture.place.left': 'di sebelah kiri',
  'capture.place.middle': 'di tengah',
  'capture.place.right': 'di sebelah kanan',
  'capture.place.bottom-left': 'di kiri bawah',
  'capture.place.bottom': 'di bahagian bawah',
  'capture.place.bottom-right': 'di kanan bawah',

  'capture.working.title': 'Sebentar',
  'capture.working.opening': 'Membuka gambar…',
  'capture.working.finding': 'Mencari kad…',
  'capture.working.checking': 'Memeriksa sama ada boleh dibaca…',
  'capture.working.compressing': 'Mengecilkan untuk dimuat naik…',
  'capture.working.cancel': 'Batal',

  'capture.review.title': 'Bolehkah semuanya dibaca?',
  'capture.review.fine': 'Kad jelas dan penuh.',
  'capture.review.alt': 'Gambar kad anda',
  'capture.review.use': 'Guna gambar ini',
  'capture.review.use-anyway': 'Guna juga',
  'capture.review.again': 'Ambil semula',
  'capture.review.other': 'Pilih yang lain',
  'capture.review.size': '{width} × {height} px, {kilobytes} KB, tanpa lokasi atau data tersembunyi',
  'capture.review.warnings': 'Gambar ini mungkin sukar dibaca',

  'capture.warn.glare': 'Cahaya memantul {place} kad. Jika teks terlindung di situ, ambil semula.',
  'capture.warn.blurred': 'Gambar ini agak kabur.',
  'capture.warn.dark': 'Gambar ini agak gelap.',
  'capture.warn.too-bright': 'Gambar ini terlalu terang.',
  'capture.warn.cut-off': 'Sebahagian kad berada di luar gambar.',
  'capture.warn.small': 'Kad kelihatan kecil dalam gambar: teksnya kurang jelas.',
  'capture.warn.tilted': 'Kad dilihat dari sisi.',
  'capture.warn.no-edges': 'Tepi kad tidak jelas. Adakah ini bahagian hadapan kad, sepenuhnya?',

  'capture.fail.retry': 'Cuba lagi',
  'capture.fail.upload': 'Muat naik gambar',
  'capture.fail.sure': 'Ini kad saya, teruskan',
  'capture.fail.manual': 'Taip semuanya sendiri',
  'capture.fail.denied.title': 'Kamera disekat',
  'capture.fail.denied.text':
    'Pelayar ini tidak membenarkan halaman ini menggunakan kamera. Anda boleh mengubahnya:',
  'capture.fail.denied-by-system.title': 'Peranti menyekat kamera',
  'capture.fail.denied-by-system.text':
    'Tetapan peranti ini tidak membenarkan pelayar menggunakan kamera. Buka tetapan privasi peranti, pilih “Kamera”, benarkan pelayar ini, dan kembali ke sini.',
  'capture.fail.dismissed.title': 'Kamera menunggu kebenaran anda',
  'capture.fail.dismissed.text': 'Soalan ditutup tanpa jawapan. Cuba lagi dan pilih “Benarkan”.',
  'capture.fail.no-camera.title': 'Tiada kamera ditemui',
  'capture.fail.no-camera.text': 'Sambungkan kamera dan cuba lagi, atau muat naik gambar dari telefon anda.',
  'capture.fail.in-use.title': 'Kamera sedang digunakan',
  'capture.fail.in-use.text':
    'Aplikasi atau tab lain sedang menggunakannya. Tutup panggilan video dan cuba lagi.',
  'capture.fail.insecure.title': 'Halaman ini tidak boleh menggunakan kamera',
  'capture.fail.insecure.text':
    'Pelayar hanya membenarkan kamera pada halaman selamat (https://). Anda masih boleh memuat naik gambar.',
  'capture.fail.unsupported.title': 'Pelayar ini tiada akses kamera',
  'capture.fail.unsupported.text':
    'Anda mungkin berada dalam aplikasi lain. Buka halaman ini dalam Chrome, Safari atau Firefox, atau muat naik gambar.',
  'capture.fail.policy.title': 'Laman di sekeliling halaman ini menyekat kamera',
  'capture.fail.policy.text':
    'Borang ini dipaparkan dalam laman web lain yang tidak meneruskan kebenaran kamera. Anda masih boleh memuat naik gambar.',
  'capture.fail.policy.owner':
    'Untuk pemilik laman: setiap iframe di sekeliling halaman ini memerlukan allow="camera".',
  'capture.fail.overconstrained.title': 'Kamera tidak dapat disediakan',
  'capture.fail.overconstrained.text': 'Tiada gambar yang sesuai. Cuba kamera lain, atau muat naik gambar.',
  'capture.fail.died.title': 'Kamera terhenti',
  'capture.fail.died.text': 'Ia dicabut, atau diambil alih oleh peranti. Mulakan semula.',
  'capture.fail.timeout.title': 'Kamera tidak bertindak balas',
  'capture.fail.timeout.text':
    'Tutup aplikasi lain yang menggunakannya dan cuba lagi. Memulakan semula pelayar sering membantu.',
  'capture.fail.camera-unknown.title': 'Kamera tidak bermula',
  'capture.fail.camera-unknown.text': 'Sebabnya tidak diketahui. Cuba lagi, atau muat naik gambar.',

  'capture.stop.no-card.title': 'Kad tidak kelihatan',
  'capture.stop.no-card.text':
    'Tiada kad dapat dikenal pasti dalam gambar ini. Letakkan kad di atas permukaan kosong dan tunjukkan keempat-empat tepinya.',
  'capture.stop.unreadable.title': 'Terlalu kabur untuk dibaca',
  'capture.stop.unreadable.text':
    'Huruf besar pun tidak dapat dibaca. Lap kanta, pegang diam dan cuba sekali lagi.',
  'capture.stop.not-an-image.title': 'Itu bukan gambar',
  'capture.stop.not-an-image.text': 'Pilih gambar (JPEG, PNG, HEIC, WebP, AVIF, BMP) atau PDF.',
  'capture.stop.video.title': 'Itu sebuah video',
  'capture.stop.video.text': 'Pilih sekeping gambar kad.',
  'capture.stop.empty.title': 'Fail ini kosong',
  'capture.stop.empty.text':
    'Mungkin ia masih dimuat turun dari awan. Buka dahulu dalam aplikasi gambar, kemudian pilih semula.',
  'capture.stop.too-large.title': 'Fail terlalu besar',
  'capture.stop.too-large.text': 'Had di sini ialah 50 MB. Ambil gambar biasa kad anda.',
  'capture.stop.too-many-pixels.title': 'Gambar terlalu besar',
  'capture.stop.too-many-pixels.text': 'Ia melebihi 120 megapiksel. Ambil gambar biasa kad anda.',
  'capture.stop.damaged.title': 'Gambar tidak dapat dibuka',
  'capture.stop.damaged.text': 'Fail rosak atau tidak lengkap. Pilih yang lain, atau ambil gambar baharu.',
  'capture.stop.unsupported-here.title': 'Pelayar ini tidak dapat membukanya',
  'capture.stop.unsupported-here.text': 'Simpan gambar sebagai JPEG, atau ambil gambar baharu dengan kamera.',
  'capture.stop.pdf-locked.title': 'PDF ini berkunci',
  'capture.stop.pdf-locked.text':
    'Ia memerlukan kata laluan. Simpan salinan tanpa kata laluan, atau ambil gambar kad.',
  'capture.stop.out-of-memory.title': 'Memori tidak mencukupi',
  'capture.stop.out-of-memory.text':
    'Gambar terlalu besar untuk peranti ini sekarang. Tutup tab lain, atau ambil gambar baharu di sini.',
  'capture.stop.offline.title': 'Tiada sambungan',
  'capture.stop.offline.text':
    'Satu bahagian yang diperlukan belum dimuatkan. Sambung ke internet dan cuba lagi.',
  'capture.stop.unknown.title': 'Tidak berjaya',
  'capture.stop.unknown.text': 'Cuba lagi, atau pilih gambar lain.',

  'capture.allow.chrome':
    'Pilih ikon di hujung kiri bar alamat, hidupkan “Camera” (Kamera) dan muat semula halaman.',
  'capture.allow.chrome-android':
    'Ketik ikon di kiri alamat, kemudian “Permissions” (Kebenaran), dan benarkan “Camera” (Kamera).',
  'capture.allow.safari-ios':
    'Ketik ikon di kiri alamat (aA), kemudian “Website Settings”, “Camera”, “Allow”.',
  'capture.allow.safari-mac':
    'Dalam menu “Safari” pilih “Settings for This Website…”, kemudian “Camera”: “Allow”.',
  'capture.allow.firefox': 'Pilih kamera bergaris dalam bar alamat dan buang “Blocked” (Disekat).',
  'capture.allow.other': 'Buka tetapan pelayar untuk laman ini dan benarkan “Camera” (Kamera).',

  'capture.choose.phone': 'Guna kamera telefon anda',
  'capture.block.title': '{count, plural, other {Untuk pengendali halaman ini:}}',
  'capture.block.camera_allow_missing':
    'Bingkai memerlukan allow="camera", pada setiap peringkat (halaman: {page}).',
  'capture.block.camera_policy_header': 'Pengepala Permissions-Policy mematikan kamera (halaman: {page}).',
  'capture.block.frame_sandboxed': 'Sandbox bingkai memerlukan allow-same-origin (halaman: {page}).',
  'capture.block.page_insecure': 'Halaman tidak dihantar melalui https (halaman: {page}).',
  'capture.block.browser_in_app':
    'Pelayar dalam aplikasi ini tiada kamera. Buka halaman ini dalam pelayar telefon anda.',
} as const satisfies Record<WordId, string>;
