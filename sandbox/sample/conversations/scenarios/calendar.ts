import type { Scenario } from '../thread/scenario.ts';

/** What customers write about calendars, bookings and reminders. */
export const calendar: readonly Scenario[] = [
  {
    title: '{calendar} stopped syncing',
    team: 'technical',
    tags: ['calendar-sync'],
    channels: ['conversation', 'conversation', 'email'],
    weight: 6,
    mood: 4,
    topic: 'Calendar sync',
    page: '/settings/calendars',
    file: 'screenshot',
    fin: 'When a calendar stops syncing, its permission has most often run out. Go to **Settings, Calendars**, choose **Disconnect**, then **Connect** and sign in again. Bookings that were missed are added within 15 minutes.',
    steps: [
      [
        'customer',
        'Since {date} nothing from {calendar} shows up in Fernhill. I already disconnected once. {count} appointments are missing.',
        'Hi, my {calendar} is connected (green tick) but events I add there do not block my time here. Using {browser}.',
        'calendar sync is broken again?? nothing since {weekday}',
      ],
      [
        'admin',
        'Hi {first}, thanks for writing. Which calendar account is it, and can you see a date behind "Last synced"?',
        'Hi {first}! Let us find out. What does it say next to "Last synced" under **Settings, Calendars**?',
      ],
      ['customer', 'It says {date}, {time}. The account is {email}.', 'Last synced: {date}. Strange.'],
      [
        'note',
        'Push channel expired and was not renewed. Same as the {count} others of this week. Renewed by hand, full sync is running.',
        'Token is valid, but the webhook subscription is gone. Started a full sync.',
      ],
      [
        'admin',
        'I found it: the calendar had stopped telling us about changes. I renewed that and started a full sync, which takes about {minutes} minutes. Could you look again after that?',
      ],
      ['customer', 'They are all back. Thanks!', 'Works now. What do I do if it happens again?'],
    ],
  },
  {
    title: 'Double booking on {weekday}',
    team: 'technical',
    tags: ['calendar-sync', 'bug'],
    channels: ['conversation', 'email', 'phone_call', 'whatsapp'],
    weight: 5,
    mood: 3,
    priority: 'high',
    topic: 'Double booking',
    page: '/calendar',
    file: 'screenshot',
    steps: [
      [
        'customer',
        'Two clients stood in front of me at {time} on {weekday}, both with a confirmation from you. {client} left angry. How can this happen?',
        'We were double booked again: {booking} and another one, both on {date} at {time}. Buffers are on.',
      ],
      [
        'admin',
        'Oh no, I am sorry, {first}. Could you send me the numbers of both bookings? They are at the bottom of the confirmation.',
        'That must have been unpleasant. Is {booking} one of the two? And which was made by phone, which online?',
      ],
      [
        'customer',
        '{booking} came in online. The other one my colleague typed in by hand.',
        'One is {booking}; the other came through the widget on our website.',
      ],
      [
        'note',
        'Race: both were confirmed within 2 seconds and the second check read from the replica. Known, ticket with engineering.',
      ],
      [
        'admin',
        'Both were confirmed within two seconds, and the second one did not see the first. Our developers are fixing this. Until then **Settings, Bookings, Confirm by hand** keeps it from happening. I have also put {amount} of credit on your account.',
      ],
      ['customer', 'Thanks for being honest. I switched it on.', 'Credit is nice, but please fix it. I will wait.'],
    ],
  },
  {
    title: 'Clients abroad see the wrong time',
    team: 'frontline',
    tags: [],
    channels: ['conversation', 'email'],
    weight: 4,
    mood: 4,
    topic: 'Time zones',
    page: '/settings/business',
    fin: 'Clients see times in their own time zone. If you only work on site, turn on **Settings, Business, Always show our time zone**.',
    steps: [
      [
        'customer',
        'A client in {city} booked {time} and came three hours early. Does your page show my time or theirs?',
        'Our {service} are on site only, but people travelling see their own time zone on the booking page. Can we stop that?',
      ],
      [
        'admin',
        'Hi {first}, the page shows the visitor’s own time zone. For on-site work turn on **Always show our time zone** under Settings, Business.',
      ],
      ['customer', 'And the reminders?', 'Done. Does that change bookings that exist?'],
      ['admin', 'Reminders follow the same switch, and bookings that exist stay where they are.'],
      ['customer', 'Great, thank you.', 'OK, let us see how {client} gets along with it.'],
    ],
  },
  {
    title: 'SMS reminders do not arrive',
    team: 'technical',
    tags: ['bug'],
    channels: ['conversation', 'sms', 'email', 'whatsapp'],
    weight: 4,
    mood: 3,
    topic: 'Reminders',
    page: '/settings/reminders',
    file: 'export',
    steps: [
      [
        'customer',
        'We had {seats} no-shows this week, and all of them say they got no SMS. The log says "sent".',
        'Hi there, reminders by text stopped on {date}. E-mail ones still go out.',
      ],
      ['admin', 'Hi {first}, thanks. Do the numbers start with a country code? And is it one network only?'],
      [
        'customer',
        'Some do, some do not. I attach the list.',
        'All numbers have +353. Seems to be one network only, yes.',
      ],
      ['note', 'Carrier filters our sender name since {date}. Moved this account to a numeric sender.'],
      [
        'admin',
        'A network has begun to filter messages with our name as the sender. I moved {company} to a number of its own. Please try again:\n\n1. open a booking of today\n2. choose **Send reminder**\n3. tell me whether it arrives',
      ],
      ['customer', 'It arrived on {device} after a few seconds.', 'Yes! It came through.'],
    ],
  },
];
