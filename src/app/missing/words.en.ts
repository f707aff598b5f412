const words = {
  'missing.title': 'There is no page here',
  'missing.text': 'The address may have been cut short.',
  'missing.start': 'Go to the start',
};

export default words;
