import type { Scenario } from '../thread/scenario.ts';

/** What customers write about the app, its defects and what it lacks. */
export const product: readonly Scenario[] = [
  {
    title: 'Mobile app crashes when I open a booking',
    team: 'technical',
    tags: ['bug'],
    channels: ['conversation', 'conversation', 'email', 'whatsapp'],
    weight: 4,
    mood: 4,
    topic: 'Mobile app',
    file: 'photo',
    steps: [
      [
        'customer',
        'Since the update to {version} the app closes whenever I tap on a booking. I have {device}.',
        'App crashes on {device}, version {version}. Reinstalled, no change. I need it on the road!',
      ],
      [
        'admin',
        'Hi {first}, thanks for the details. Does it happen with every booking, or with those that have a picture?',
        'Hi {first}, could you send me the number of one booking with which it happens?',
      ],
      ['customer', 'Only with pictures, you are right!', '{booking} for example.'],
      ['note', 'Reproduced with {version} and photos in portrait format. Fix is in the next build, on {later}.'],
      [
        'admin',
        'We could reproduce it and the fix is part of the next version. Until then you can turn off **Show pictures** in the settings of the app.',
      ],
      ['customer', 'That helps for now, thanks.', 'Works with that. Waiting for the update.'],
    ],
  },
  {
    title: 'Export to CSV is incomplete',
    team: 'technical',
    tags: ['bug'],
    channels: ['email', 'conversation'],
    weight: 3,
    mood: 4,
    topic: 'Export',
    page: '/reports/export',
    file: 'export',
    fin: 'An export holds up to 10,000 rows. For more, choose a shorter period, or ask for the complete archive under **Settings, Data**.',
    steps: [
      [
        'customer',
        'The export of {date} ends in the middle of a line and {count} bookings are missing. I attach the file.',
        'Umlauts and accents in the CSV are broken when I open it in Excel, e.g. "LindstrÃ¶m". And columns are off by one.',
      ],
      [
        'admin',
        'Hi {first}, thank you for the file. Which period did you choose, and did you download it with {browser}?',
      ],
      ['customer', 'The whole year. And yes, {browser}.', 'January until today.'],
      [
        'note',
        'A line break in a booking note ends the row early. Escaping is missing in the exporter. Filed as a bug.',
      ],
      [
        'admin',
        'A note with a line break confuses the export; that is a bug of ours. I made the file by hand, [here it is](https://files.fernhill.example/exports/{digits}.csv) (7 days).',
      ],
      ['customer', 'Complete now, thank you!', 'Great, the numbers add up.'],
    ],
  },
  {
    title: 'Idea: waiting list',
    team: 'success',
    tags: ['feature-request'],
    channels: ['conversation', 'email', 'instagram'],
    weight: 4,
    mood: 5,
    priority: 'low',
    topic: 'Feature request',
    page: '/calendar',
    steps: [
      [
        'customer',
        'It would be so good if clients could join a waiting list when a day is full. We write names on paper now…',
        'Feature request: recurring bookings. {client} comes every second {weekday}, and I type it in each time.',
        'Could you add a way to block the same lunch break for all {seats} people at once?',
        'Please, please a dark mode for the app. My eyes 😵',
      ],
      [
        'admin',
        'Thank you, {first}! You are not the first to ask. How often would you need it, and what do you do today?',
        'Nice idea. May I pass your words on to our product team, and get back to you if they have questions?',
      ],
      ['customer', 'About {count} times a month. Today it is paper.', 'Of course, happy to talk about it.'],
      ['note', 'Voted for them. {count} votes now; product wants to talk to three of these customers.'],
      ['admin', 'I have added your vote. I cannot promise a date, but you will hear from me when there is news.'],
    ],
  },
  {
    title: 'Webhook sends old bookings again',
    team: 'technical',
    tags: ['bug'],
    channels: ['email', 'conversation'],
    weight: 2,
    mood: 4,
    priority: 'medium',
    topic: 'API',
    page: '/settings/developers',
    file: 'log',
    steps: [
      [
        'customer',
        'Your webhook `booking.updated` fires for bookings that are months old, about {count} an hour, since {date}. Our system mails the clients each time. Could you stop it soon?',
        'We get HTTP 429 from your API although we send {seats} requests a minute. Is there a new limit?',
      ],
      [
        'admin',
        'Hi {first}, thanks for the report. Could you give me the ID of one of those requests? It is in the header `x-request-id`.',
      ],
      ['customer', 'fh-{digits}-a1 and fh-{digits}-b7.'],
      ['note', 'A migration touched updated_at of old rows. Engineering stopped it at {time}, queue is drained.'],
      [
        'admin',
        'A migration of ours touched old bookings. It was stopped, and nothing of that kind is sent any more. Sorry for the noise.',
      ],
      ['customer', 'Quiet again. Thanks for the quick reaction.', 'Confirmed.'],
    ],
  },
];
