const words = {
  'ask.photo': 'The office asks for another photo of your card',
  'ask.correction': 'The office asks you to correct something',
  'ask.reference': 'For application {reference}',
  'ask.photo.blurred': 'The photo was blurred.',
  'ask.photo.glare': 'Light was reflected on the card.',
  'ask.photo.cut_off': 'A part of the card was cut off.',
  'ask.photo.too_dark': 'The photo was too dark.',
  'ask.photo.covered': 'Something covered the card.',
  'ask.photo.not_the_card': 'It was not the card that was asked for.',
  'ask.photo.other': 'The card could not be checked with that photo.',
  'ask.correction.number': 'Please compare the number with your card.',
  'ask.correction.name': 'Please compare the name with your card.',
  'ask.correction.dates': 'Please compare the dates with your card.',
  'ask.correction.address': 'Please compare the address with your card.',
  'ask.correction.contact': 'Please check your e-mail address or phone number.',
  'ask.correction.other': 'Please compare your details with your card.',
};

export default words;
