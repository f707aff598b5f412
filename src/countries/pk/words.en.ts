const words = {
  'pk.number.label': 'Identity number (CNIC)',
  'pk.number.hint': '13 digits, at the foot of the card',
  'pk.relativeName.label': 'Father’s or husband’s name',
  'pk.relativeKind.label': 'Whose name is that?',
  'pk.relativeKind.father': 'My father’s',
  'pk.relativeKind.husband': 'My husband’s',
  'pk.stayCountry.label': 'Country of stay',
  'pk.issueDate.label': 'Date of issue',
  'pk.expiryDate.label': 'Date of expiry',
  'pk.expiryDate.none': 'The card has no expiry (lifetime)',
  'pk.address.label': 'Present address',
  'pk.address.hint': 'If you like, so that post reaches you.',
  'pk.check.issue.birth': 'A card is issued after its holder’s birth. Please compare the two dates.',
  'pk.check.expiry.issue': 'A card expires after it was issued. Please compare the two dates.',
  'pk.check.expiry.passed':
    'This card expired on {date}. You can send it, but the office may ask for a newer one.',
  'pk.check.expiry.near': 'This card expires on {date}. The office may ask for a newer one.',
};

export default words;
