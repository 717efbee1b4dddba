import type { Scenario } from '../thread/scenario.ts';

/** Praise, complaints, calls, and what is not for the support team at all. */
export const feedback: readonly Scenario[] = [
  {
    title: 'Thank you!',
    team: 'success',
    tags: [],
    channels: ['conversation', 'email', 'facebook', 'instagram'],
    weight: 3,
    mood: 5,
    priority: 'low',
    topic: 'Praise',
    steps: [
      [
        'customer',
        'No question today. I only wanted to say that Fernhill saved our season: {count} {service} in one week and not a single mix-up. ❤️',
        'Just switched from paper to Fernhill and I get home an hour earlier. Please tell {admin} thanks for the patience!',
      ],
      [
        'admin',
        'This made our day, {first}. May we quote you on our website?',
        'Thank you so much, {first}! I read it out to the team.',
      ],
      ['customer', 'Sure, go ahead!', 'Well deserved 🙂'],
    ],
  },
  {
    title: 'Down for the whole morning',
    team: 'technical',
    tags: ['churn-risk', 'vip'],
    channels: ['email', 'conversation', 'phone_call'],
    weight: 3,
    mood: 1,
    priority: 'urgent',
    topic: 'Complaint',
    steps: [
      [
        'customer',
        'Your service was down from {time} on {date}. We could not take a single booking for {minutes} minutes, and your status page said "all good". I expect a written explanation and compensation.',
        'This is the third time this month that the calendar does not load in the morning. I pay {total} a month for this? I am done being patient.',
      ],
      [
        'admin',
        'Dear {first}, you are right to be upset. The calendar was down for {minutes} minutes, and the status page was late. I am putting the report together and will send it today.',
      ],
      ['customer', 'I will hold you to it.', 'And the compensation?'],
      [
        'note',
        'Big account, renewal on {later}. Priya approved {amount} of credit. Report by technical is attached to the incident.',
      ],
      [
        'admin',
        'Here is what happened:\n\n- a certificate between two of our servers ran out\n- the alarm went to somebody on leave\n- it took {minutes} minutes to find out\n\nCertificates are now renewed by a machine, and alarms go to two people. {amount} of credit is on your account.',
      ],
      [
        'customer',
        'Thank you for the clear words. Not happy, but fine.',
        'Too little, too late. We are looking at alternatives.',
      ],
    ],
  },
  {
    title: 'Call: setting up the booking page',
    team: 'success',
    tags: ['onboarding'],
    channels: ['phone_call'],
    weight: 3,
    mood: 5,
    topic: 'Onboarding',
    steps: [
      [
        'customer',
        'Hello, this is {name}. We would like to offer {service} online, and I do not see how to set prices by length. Could somebody show me?',
        'Hi, {name} here. We signed up last week and our widget does not show on the website. I am in the shop, please call back after {time}.',
      ],
      ['note', 'Called back, shared the screen. Booking page is live, widget is on their site. Follow up on {later}.'],
      [
        'admin',
        'Hi {first}, good talking to you. As promised:\n\n1. [how to set prices by length](https://help.fernhill.example/en/articles/9017)\n2. [the widget](https://help.fernhill.example/en/articles/9018)\n\nI will call again on {later}.',
      ],
      ['customer', 'Thank you, very helpful call!', 'We had our first booking from the website today 🎉'],
    ],
  },
  {
    title: 'Importing our clients',
    team: 'success',
    tags: ['onboarding'],
    channels: ['conversation', 'email'],
    weight: 4,
    mood: 5,
    topic: 'Onboarding',
    page: '/onboarding/import',
    file: 'export',
    fin: 'Clients are imported as a CSV file with the columns name, email and phone under **Clients, Import**. Rows without an e-mail address are skipped.',
    steps: [
      [
        'customer',
        'We come from a spreadsheet with {digits} clients. How do we get them in, including their notes?',
        'The import says "{count} rows skipped". Which ones, and why?',
      ],
      [
        'admin',
        'Welcome, {first}! Send me the file and I will have a look at the columns.',
        'Hi {first}, rows without an e-mail address are skipped. Would you like them to come in with the phone number instead?',
      ],
      ['customer', 'Here it is.', 'Yes please, many of ours have no mail.'],
      ['note', 'Cleaned the file: {count} doubles, phone numbers without country code. Imported {digits}.'],
      [
        'admin',
        'All in: {digits} clients, with notes. {count} doubles were merged. Have a look around and tell me what feels odd.',
      ],
      ['customer', 'Looks great. Next: training for my team of {seats}!', 'Wow, that was quick.'],
    ],
  },
  {
    title: 'Your first weeks with Fernhill',
    team: 'success',
    tags: ['onboarding'],
    channels: ['email', 'conversation'],
    weight: 3,
    mood: 5,
    topic: 'Onboarding',
    steps: [
      [
        'admin',
        'Hi {first},\n\n{company} has been with us for a while now, and I would like to know how it goes. Three things that help most:\n\n- connect your calendar\n- switch on reminders\n- put the booking page on your website\n\nIs there anything I can do for you?\n\n{admin}',
        'Hi {first}, I saw that {count} clients booked with you online this month. Congratulations! Would you like to see how deposits keep no-shows away? I have time on {weekday} at {time}.',
      ],
      [
        'customer',
        'Hi {admin}, nice of you to ask. It goes well, only the colours of the booking page are not ours. Can that be changed?',
        '{weekday} at {time} works! Please call me.',
      ],
      [
        'admin',
        'It can: **Settings, Booking page, Colours**. Here is [a short guide](https://help.fernhill.example/en/articles/9019), and I am here if you get stuck.',
        'Noted, talk to you then.',
      ],
      ['customer', 'Great, thanks!', 'Thank you, looks much better now 😊'],
    ],
  },
  {
    title: 'Guest post on your blog',
    team: 'frontline',
    tags: [],
    channels: ['email'],
    weight: 2,
    mood: 3,
    priority: 'low',
    topic: 'Other',
    steps: [
      [
        'customer',
        'Dear team,\n\nwe help companies like yours to rank in the first three places. Would {weekday} at {time} suit you for a short call?\n\n[Book me](https://growth.rankfast.example/meet)',
        'Hi! I love your blog and would like to contribute a guest post about {service}. What are your prices for links?',
      ],
      ['note', 'Advertising, no reply needed.'],
    ],
  },
  {
    title: 'Delete the data of a client',
    team: 'frontline',
    tags: [],
    channels: ['email', 'conversation'],
    weight: 2,
    mood: 4,
    priority: 'medium',
    topic: 'Privacy',
    page: '/clients',
    steps: [
      [
        'customer',
        '{client} wants all data deleted and a confirmation in writing, within the month. How do I do that without losing the invoices?',
        'Under the GDPR I need a copy of everything you store about {client}. What is the way?',
      ],
      [
        'admin',
        'Hi {first}, open the client and choose **Privacy**. "Forget" removes name and contact details everywhere; invoices stay for as long as tax law asks for. "Copy" gives you a file for the client.',
      ],
      ['customer', 'And backups?', 'Thanks. Who signs the confirmation, you or we?'],
      [
        'admin',
        'Backups are overwritten after 35 days. You are the one who answers the client; a template is [here](https://help.fernhill.example/en/articles/9061).',
      ],
      ['customer', 'Clear, thank you.'],
    ],
  },
];
