/** What customers are written. The reference and the link to its page are all that a mail says of an application. */
const words = {
  'submitted.subject': 'We have your application {reference}',
  'submitted.text':
    'Your application has arrived. Its reference number is {reference}.\n\nPeople at the office now compare it with your card. This page says where it stands:',
  'resubmission.subject': 'Your application {reference} needs something from you',
  'resubmission.text':
    'The office has looked at your application {reference} and asks you for one more thing. This page says what it is and takes you there; what you entered before is kept:',
  'decided.subject': 'There is a decision on your application {reference}',
  'decided.text': 'The office has decided on your application {reference}. This page says how:',
  link: 'Whoever has this link can see where the application stands, so please do not pass it on. Anything more asks for the last four digits of the card’s number.',
  'no-link': 'The link to the page of this application has been switched off, as was asked for.',
  why: 'You get this mail because this address was entered in the application. If that was not you, you can ignore it.',
} as const;

export default words;
