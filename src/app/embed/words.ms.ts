import type en from './words.en.ts';

const words: Record<keyof typeof en, string> = {
  'embed.alone.title': 'Halaman ini sebahagian daripada laman lain',
  'embed.alone.text':
    'Ia ditunjukkan oleh laman yang meminta kad anda. Sila kembali ke laman itu dan mulakan di sana.',
  'embed.unknown_client.title': 'Halaman ini disediakan dengan salah',
  'embed.unknown_client.text':
    'Laman yang menunjukkannya tidak dikenali di sini. Sila maklumkan mereka; tiada maklumat anda dihantar.',
  'embed.wrong_page.title': 'Halaman ini disediakan dengan salah',
  'embed.wrong_page.text':
    'Ia dibuat untuk laman lain, bukan laman yang menunjukkannya. Sila maklumkan mereka; tiada maklumat anda dihantar.',
  'embed.token.title': 'Permohonan ini tidak dapat dibuka',
  'embed.token.text':
    'Ia mungkin telah tamat, atau mengambil masa terlalu lama. Sila kembali dan mulakan sekali lagi.',
  'embed.unreachable.title': 'Perkhidmatan tidak menjawab',
  'embed.unreachable.text': 'Ia mungkin sedang bermula, atau talian terputus. Sila cuba lagi sebentar.',
};

export default words;
