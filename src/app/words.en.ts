const words = {
  'app.skip': 'Skip to the content',
  'app.language': 'Language',
  'app.back': 'Back',
  'app.close': 'Close',
  'app.again': 'Try again',
  'app.manual': 'Type everything by hand',
  'app.offline': 'You are offline. What you have entered stays here, and goes on when the line is back.',
  'app.progress': 'Step {step} of {count}',
  'aside.title': 'A photo, a look, a form.',
  'aside.text': 'Your card is read here, by this office. You check every line before it is sent.',

  'welcome.title': 'Your card fills in the form',
  'welcome.lead':
    'Take a photo of your identity card, check what was read, and send it. It takes about a minute.',
  'welcome.country': 'Which country’s card do you have?',
  'welcome.guess': 'Suggested by your language',
  'welcome.down.title': 'The service does not answer',
  'welcome.down.text': 'It may be starting, or the line may be down. We keep trying.',

  'consent.title': 'Before the photo',
  'consent.why.title': 'What it is for',
  'consent.why.text':
    'The office has to know who you are. Your photo and details serve this application alone.',
  'consent.who.title': 'Who reads the photo',
  'consent.who.embedded': 'A program on this office’s own server. No other company sees it.',
  'consent.who.hosted': '{operator}, on behalf of this office. Your photo is sent to them and read there.',
  'consent.who.outside': 'An outside service, on behalf of this office. Your photo is sent there and read.',
  'consent.keep.title': 'What is kept',
  'consent.keep.text':
    'What you send is stored encrypted. What you do not send is erased within 24 hours, or at once if you ask.',
  'proof.text':
    'Your browser proves that it is worked by somebody, not by a flood of programs. That takes a few seconds; you need do nothing.',
  'proof.label': 'Work done',
  'consent.accept': 'I agree, go on',

  'reading.title': 'Reading your card',
  'reading.sending': 'Sending the photo: {share, number, percent}',
  'reading.reading': 'The photo has arrived and is being read.',
  'reading.slow': 'This takes longer than usual. You can wait, or type everything by hand.',
  'reading.progress': 'Photo sent',
  'reading.cancel': 'Cancel',

  'failed.retake': 'Take another photo',
  'failed.unreadable.title': 'The text could not be read',
  'failed.unreadable.text':
    'The photo may be a little blurred, dark or shiny. Hold the card flat in good light and try once more.',
  'failed.notCard.title': 'No {card} in sight',
  'failed.notCard.text':
    'Show the front of the card with all four corners, on a plain surface, and try once more.',
  'failed.offline.title': 'The photo did not get through',
  'failed.offline.text':
    'The line was interrupted. Your photo is still here: try again when you are connected.',
  'failed.busy.title': 'The card cannot be read just now',
  'failed.busy.text': 'The fault is on our side. Your photo is still here: try again in a moment.',
  'failed.image.title': 'This picture cannot be used',
  'failed.image.text': 'It is damaged, or of a kind that we cannot open. Take another photo.',
  'failed.limit.title': 'That was the last try',
  'failed.limit.text': 'No more photos can be read for this application. Type the details by hand instead.',
  'failed.over.title': 'The time for this is up',
  'failed.over.text': 'Please go back to where you began this onboarding, and open it once more.',

  'receipt.title': 'Sent. Thank you!',
  'receipt.reference': 'Your reference number',
  'receipt.sent': 'Received on {date} at {time}',
  'receipt.save': 'Save the receipt',
  'receipt.status': 'See where it stands',
  'receipt.next.title': 'What happens next',
  'receipt.next.1': 'Someone at the office compares your details with the photo of your card.',
  'receipt.next.2': 'You hear from them by the e-mail or phone number that you gave.',
  'receipt.next.3':
    'Until then you can follow your application with the link below. Only you have it: keep it.',
  'receipt.restart': 'Start another application',
  'receipt.backTo': 'Back to {name}',
  'receipt.link': 'Status page',

  'fault.title': 'Something went wrong on this page',
  'fault.text': 'What you have entered was saved. Load the page again to go on.',
  'fault.reload': 'Load the page again',
};

export default words;
