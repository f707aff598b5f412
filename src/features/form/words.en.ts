const words = {
  'form.title.read': 'Is everything right?',
  'form.title.typed': 'Your details',
  'form.lead.read': 'This is what we read. Compare it with your card; you can change every field.',
  'form.lead.doubtful':
    '{count, plural, one {One place is} other {# places are}} marked: there the photo was hard to read.',
  'form.lead.typed': 'Type what your card says.',
  'form.lead.photoGone': 'The photo is safe with the office; it is no longer shown on this device.',
  'form.optional': '(optional)',
  'form.doubtful': 'Is this right?',
  'form.accept': 'Yes, it is right',
  'form.strip': 'The printed line in your photo',
  'form.also': 'Or is it {value}?',
  'form.changed': 'Changed. We had read:',
  'form.undo': 'Put back',
  'form.warning.confirm': 'It is right as it stands',
  'form.warning.confirmed': 'You said that this is right.',
  'form.warning.reconsider': 'Look again',
  'form.card.title': 'Your card',
  'form.card.hint': 'Go to a field to see its place on the card.',
  'form.summary.errors':
    '{count, plural, one {One thing is missing or wrong} other {# things are missing or wrong}}',
  'form.summary.warnings': '{count, plural, one {One thing to confirm} other {# things to confirm}}',
  'form.summary.mended': 'Mended. Thank you.',
  'form.truth': 'By sending, you say that this is true as far as you know.',
  'form.send': 'Send',
  'form.sending': 'Sending',
  'form.discard': 'Delete my data and stop',
  'form.discard.title': 'Delete everything?',
  'form.discard.text': 'The photo and all that you have entered will be erased, here and at the office.',
  'form.discard.yes': 'Delete everything',
  'form.discard.no': 'Keep it',
  'form.discard.failed':
    'It could not be erased just now. Try again, or leave it: what was not sent is erased at the office within 24 hours in any case.',
  'form.discard.leave': 'Leave it and stop',
  'form.waiting.title': 'The line is interrupted',
  'form.waiting.text':
    'Your application is complete and will be sent as soon as the office answers. Please leave this page open.',
  'form.waiting.now': 'Try now',
  'form.waiting.stop': 'Stop and change something',
  'form.problem.title': 'It could not be sent',
  'form.problem.checks': 'The office’s checks found something. Please look at the marked fields.',
  'form.problem.gone': 'The photo is no longer there. Please go back and take it once more.',
  'form.problem.busy': 'Too much is coming in just now. Please try again in a minute.',
  'form.problem.unsure':
    'The line was down for so long that we cannot tell whether it arrived. Please ask the office before you send it again.',
  'form.problem.over':
    'The time for this onboarding is up. Please go back to where you began it, and open it once more.',
  'form.problem.other': 'The fault is on our side. Nothing is lost: please try again.',
};

export default words;
