import type en from './words.en.ts';

const words: Readonly<Record<keyof typeof en, string>> = {
  'status.title': 'Permohonan anda',
  'status.loading': 'Sedang mencari',
  'status.submitted.title': 'Menunggu giliran',
  'status.submitted.text': 'Permohonan anda telah diterima. Belum ada yang menyemaknya.',
  'status.in_review.title': 'Sedang disemak',
  'status.in_review.text': 'Seorang pegawai sedang membandingkan maklumat anda dengan kad.',
  'status.approved.title': 'Diluluskan',
  'status.approved.text': 'Semuanya teratur. Tiada apa-apa lagi yang perlu anda lakukan.',
  'status.declined.title': 'Tidak diluluskan',
  'status.declined.text': 'Pejabat tidak dapat meluluskan permohonan ini.',
  'status.resubmission_requested.title': 'Gambar lain diperlukan',
  'status.resubmission_requested.text': 'Pejabat meminta gambar baharu kad anda. Apa yang anda isi disimpan.',
  'status.expired.title': 'Tamat tempoh',
  'status.expired.text': 'Permohonan ini tidak disiapkan dalam masanya. Sila mulakan sekali lagi.',
  'status.comment': 'Daripada pejabat',
  'status.refresh': 'Lihat lagi',
  'status.start': 'Mulakan permohonan baharu',
  'status.unknown.title': 'Pautan ini tidak lagi berfungsi',
  'status.unknown.text': 'Mungkin ia terpotong, ditarik balik, atau melebihi 30 hari selepas keputusan.',
  'status.unreachable.title': 'Pejabat tidak menjawab',
  'status.unreachable.text': 'Tiada apa-apa yang hilang. Sila lihat lagi sebentar nanti.',
  'status.correction.title': 'Sila semak semula maklumat anda',
  'status.correction.text': 'Pejabat meminta anda membetulkan sesuatu. Apa yang anda isi disimpan.',
  'status.photo': 'Ambil gambar baharu',
  'status.correct': 'Betulkan borang',
  'status.failed': 'Itu tidak berjaya. Sila cuba sekali lagi sebentar nanti.',
  'status.next.title': 'Apa seterusnya',
  'status.next.submitted':
    'Seorang pegawai membandingkan maklumat anda dengan gambar kad anda. Anda tidak perlu berbuat apa-apa.',
  'status.next.in_review':
    'Pejabat akan memberitahu anda sebaik sahaja ada keputusan. Anda tidak perlu berbuat apa-apa.',
  'status.next.decided':
    'Halaman ini hilang 30 hari selepas keputusan. Pejabat memadam salinannya selepas tempoh simpanannya.',
  'status.data.title': 'Data anda',
  'status.data.text':
    'Sesiapa yang mempunyai pautan ke halaman ini boleh melihat kedudukan permohonan anda dan mematikan pautan itu. Untuk meneruskan atau memadamnya, hujung nombor kad anda juga diminta.',
  'status.off': 'Matikan pautan ini',
  'status.off.title': 'Matikan pautan?',
  'status.off.text':
    'Halaman ini tidak lagi boleh dibuka, oleh anda juga. Permohonan itu sendiri diteruskan.',
  'status.off.yes': 'Matikan',
  'status.off.done.title': 'Pautan telah dimatikan',
  'status.off.done.text': 'Tiada sesiapa lagi boleh membuka halaman ini. Permohonan anda diteruskan.',
  'status.delete': 'Tarik balik dan padam data saya',
  'status.delete.title': 'Tarik balik permohonan?',
  'status.delete.text': 'Maklumat anda dan gambar kad anda dipadam di pejabat. Ini tidak boleh dibuat asal.',
  'status.delete.yes': 'Padam semuanya',
  'status.delete.done.title': 'Semuanya telah dipadam',
  'status.delete.done.text': 'Permohonan, maklumat dan gambar anda telah dipadam.',
  'status.delete.late':
    'Pejabat telah membuat keputusan sementara itu, jadi permohonan perlu disimpan buat masa ini.',
  'status.card': 'Empat digit terakhir nombor kad anda',
  'status.card.why':
    'Supaya orang lain yang mempunyai pautan ini tidak dapat meneruskannya. Seperti yang anda hantar.',
  'status.card.wrong': 'Ini bukan empat digit terakhir yang dihantar.',
  'status.card.wait': 'Terlalu kerap salah. Sila cuba lagi beberapa jam kemudian, atau tanya pejabat.',
  'status.keep': 'Kekalkan',
};

export default words;
