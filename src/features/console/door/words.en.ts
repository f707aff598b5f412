const words = {
  'door.signIn': 'Sign in',
  'door.lead': 'For the people who check applications.',
  'door.email': 'E-mail',
  'door.password': 'Password',
  'door.password.hint': 'At least {min} characters. A few words in a row are easy to remember.',
  'door.passkey': 'Sign in with a passkey',
  'door.oidc': 'Sign in with {name}',
  'door.or': 'or',
  'door.language': 'Language',

  'code.title': 'Your code',
  'code.app': 'Six digits from your authenticator app',
  'code.backup': 'One of your backup codes',
  'code.useBackup': 'Use a backup code instead',
  'code.useApp': 'Use the app instead',
  'code.go': 'Go on',
  'code.back': 'Back to the password',

  'setup.title': 'Welcome to Kenal',
  'setup.lead': 'There is no account yet. The first one is an administrator, who invites the others.',
  'setup.code': 'Setup code',
  'setup.code.hint':
    'It stands in the server’s log, in the line that says that the console waits for its first administrator.',
  'setup.name': 'Your name',
  'setup.go': 'Make the account',

  'invite.title': 'You are invited',
  'invite.lead': 'As {role}, with the e-mail address {email}.',
  'invite.go': 'Make the account',
  'invite.gone': 'This invitation is no longer good',
  'invite.gone.text': 'It was used, withdrawn, or is too old. Ask an administrator for a new one.',
  'invite.signIn': 'Go to the sign-in',

  'door.error.credentials_wrong': 'E-mail and password do not fit together.',
  'door.error.account_locked':
    'Too many tries. This account is locked for a while; an administrator can unlock it.',
  'door.error.code_wrong': 'This code is not right, or no longer.',
  'door.error.passkey_refused': 'This passkey is not known here.',
  'door.error.setup_done': 'Somebody was faster: there is an administrator now. Please sign in.',
  'door.error.forbidden': 'This code is not right.',
  'door.error.email_taken': 'There is an account with this e-mail address already.',
  'door.error.link_spent': 'This invitation is no longer good.',
  'door.error.invalid_request': 'Something here is not as it should be. Please look through it once more.',
  'door.error.rate_limited': 'Too many tries. Please wait a minute.',
  'door.error.oidc': 'The sign-on of your organisation has refused. Ask whoever manages it.',
  'door.error.cancelled': 'No passkey was used.',
  'door.error.other': 'The server does not answer. Please try again in a moment.',
};

export default words;
