import type { NoticeWords } from './words.ts';

const words: NoticeWords = {
  'submitted.subject': 'Permohonan anda {reference} telah diterima',
  'submitted.text':
    'Permohonan anda telah sampai. Nombor rujukannya ialah {reference}.\n\nPegawai di pejabat kini membandingkannya dengan kad anda. Halaman ini menunjukkan kedudukannya:',
  'resubmission.subject': 'Permohonan anda {reference} memerlukan sesuatu daripada anda',
  'resubmission.text':
    'Pejabat telah menyemak permohonan anda {reference} dan meminta satu perkara lagi. Halaman ini menerangkannya dan membawa anda ke sana; apa yang anda isi sebelum ini disimpan:',
  'decided.subject': 'Ada keputusan bagi permohonan anda {reference}',
  'decided.text':
    'Pejabat telah membuat keputusan bagi permohonan anda {reference}. Halaman ini menunjukkannya:',
  link: 'Sesiapa yang mempunyai pautan ini boleh melihat kedudukan permohonan, jadi jangan berikannya kepada orang lain. Untuk perkara lain, empat digit terakhir nombor kad diminta.',
  'no-link': 'Pautan ke halaman permohonan ini telah dimatikan, seperti yang diminta.',
  why: 'Anda menerima e-mel ini kerana alamat ini diisi dalam permohonan. Jika itu bukan anda, abaikan sahaja.',
};

export default words;
