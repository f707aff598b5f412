import type en from './words.en.ts';

const words: Record<keyof typeof en, string> = {
  'door.signIn': 'Log masuk',
  'door.lead': 'Untuk mereka yang menyemak permohonan.',
  'door.email': 'E-mel',
  'door.password': 'Kata laluan',
  'door.password.hint': 'Sekurang-kurangnya {min} aksara. Beberapa perkataan berturut-turut mudah diingat.',
  'door.passkey': 'Log masuk dengan kunci laluan',
  'door.oidc': 'Log masuk dengan {name}',
  'door.or': 'atau',
  'door.language': 'Bahasa',

  'code.title': 'Kod anda',
  'code.app': 'Enam digit daripada aplikasi pengesah anda',
  'code.backup': 'Salah satu kod sandaran anda',
  'code.useBackup': 'Gunakan kod sandaran',
  'code.useApp': 'Gunakan aplikasi',
  'code.go': 'Teruskan',
  'code.back': 'Kembali ke kata laluan',

  'setup.title': 'Selamat datang ke Kenal',
  'setup.lead': 'Belum ada akaun. Yang pertama ialah pentadbir, yang menjemput orang lain.',
  'setup.code': 'Kod persediaan',
  'setup.code.hint':
    'Ia ada dalam log pelayan, pada baris yang menyatakan konsol menunggu pentadbir pertamanya.',
  'setup.name': 'Nama anda',
  'setup.go': 'Buat akaun',

  'invite.title': 'Anda dijemput',
  'invite.lead': 'Sebagai {role}, dengan alamat e-mel {email}.',
  'invite.go': 'Buat akaun',
  'invite.gone': 'Jemputan ini tidak sah lagi',
  'invite.gone.text':
    'Ia telah digunakan, ditarik balik, atau terlalu lama. Minta yang baharu daripada pentadbir.',
  'invite.signIn': 'Ke halaman log masuk',

  'door.error.credentials_wrong': 'E-mel dan kata laluan tidak sepadan.',
  'door.error.account_locked':
    'Terlalu banyak percubaan. Akaun ini dikunci buat sementara; pentadbir boleh membukanya.',
  'door.error.code_wrong': 'Kod ini tidak betul, atau tidak sah lagi.',
  'door.error.passkey_refused': 'Kunci laluan ini tidak dikenali di sini.',
  'door.error.setup_done': 'Seseorang lebih pantas: sudah ada pentadbir. Sila log masuk.',
  'door.error.forbidden': 'Kod ini tidak betul.',
  'door.error.email_taken': 'Sudah ada akaun dengan alamat e-mel ini.',
  'door.error.link_spent': 'Jemputan ini tidak sah lagi.',
  'door.error.invalid_request': 'Ada yang tidak kena di sini. Sila semak sekali lagi.',
  'door.error.rate_limited': 'Terlalu banyak percubaan. Sila tunggu seminit.',
  'door.error.oidc': 'Log masuk organisasi anda telah menolak. Tanya pengurusnya.',
  'door.error.cancelled': 'Tiada kunci laluan digunakan.',
  'door.error.other': 'Pelayan tidak menjawab. Sila cuba lagi sebentar nanti.',
};

export default words;
