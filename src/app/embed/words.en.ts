const words = {
  'embed.alone.title': 'This page belongs inside another',
  'embed.alone.text':
    'It is shown by the site that asks for your card. Please go back to that site and begin there.',
  'embed.unknown_client.title': 'This page was set up wrongly',
  'embed.unknown_client.text':
    'The site that shows it is not known here. Please tell them; nothing of yours was sent.',
  'embed.wrong_page.title': 'This page was set up wrongly',
  'embed.wrong_page.text':
    'It was made for another site than the one that shows it. Please tell them; nothing of yours was sent.',
  'embed.token.title': 'This onboarding cannot be opened',
  'embed.token.text': 'It may have ended already, or taken too long. Please go back and begin once more.',
  'embed.unreachable.title': 'The service does not answer',
  'embed.unreachable.text': 'It may be starting, or the line may be down. Please try again in a moment.',
};

export default words;
