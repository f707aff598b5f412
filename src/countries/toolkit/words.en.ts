const words = {
  'section.identity': 'What your card says',
  'section.address': 'Address',
  'section.contact': 'How we reach you',
  'field.name.label': 'Full name',
  'field.name.hint': 'As printed on the card',
  'field.birthDate.label': 'Date of birth',
  'field.date.hint': 'Day, month and year, for example 14.09.2001',
  'field.gender.label': 'Gender',
  'gender.M': 'Male',
  'gender.F': 'Female',
  'gender.X': 'X',
  'field.contact.label': 'E-mail or phone number',
  'field.contact.hint': 'The office uses it only for this application.',
  'check.required': 'Please fill this in.',
  'check.choose': 'Please choose one.',
  'check.length': 'This is longer than the {max} characters that fit here.',
  'check.number.shape': 'The number has {count} digits in groups: {pattern}.',
  'check.number.read': 'On the card we read {read}. Please compare the two.',
  'check.date': 'This is not a full date yet. Give the day, the month and the year.',
  'check.future': 'This date is still to come. Please compare it with the card.',
  'check.birth.old': 'Someone born on this day would be {age}. Please compare it with the card.',
  'check.birth.young':
    'Someone born on this day is {age, plural, one {# year} other {# years}} old. This card is issued from {min}.',
  'check.gender.number':
    'The number ends in {digit}, as it does for {expected, select, M {men} other {women}}. Please compare both with the card.',
  'check.name.characters': 'Names rarely have “{found}” in them. Please compare it with the card.',
  'check.contact':
    'Give an e-mail address or a phone number. Abroad, start the number with + and the country code.',
};

export default words;
