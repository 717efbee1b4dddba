import type { ArticleSeed } from './article-seed.ts';

/** Articles about bookings and calendars. */
export const schedulingArticles: readonly ArticleSeed[] = [
  {
    collection: '6102',
    title: 'Create a booking page',
    description: 'Let customers choose a time by themselves.',
    text: `A booking page shows the times that are free and nothing else of your calendar.

1. Open **Booking pages** and select **New page**.
2. Choose the services and the team members that can be booked.
3. Set how early and how late customers may book.
4. Copy the link, or put the page into your website with the snippet under **Share**.

Changes are visible within a minute.`,
  },
  {
    collection: '6102',
    title: 'Send reminders before an appointment',
    description: 'Fewer people forget when an email or a text message reminds them.',
    text: `Under **Settings > Reminders** you choose when customers hear from you: a day before is usual, two hours before works well for short visits.

Text messages cost 0.08 EUR each and are listed on your monthly bill. Emails are free.

A customer can answer a text message with **C** to cancel. The time becomes free at once, and you get a notification.`,
  },
  {
    collection: '6102',
    title: 'Take bookings for groups and classes',
    description: 'Offer one time to several people.',
    text: `Set **Places** of a service to more than one to make it a class. The booking page then shows how many places are left.

With a waiting list, the next person gets an email when a place becomes free, and has four hours to take it.`,
  },
  {
    collection: '6102',
    title: 'Rules for cancelling and no-shows',
    description: 'Decide until when customers may cancel, and what a missed visit costs.',
    text: `Under **Services > Rules** enter how many hours before the start customers may cancel free of charge. After that, the fee that you set is put on an invoice.

Mark a missed visit as **No-show** in the calendar. The fee is charged only if the customer left a card when booking.`,
  },
  {
    collection: '6103',
    title: 'Connect Google Calendar',
    description: 'Keep Fernhill and Google Calendar in step, both ways.',
    text: `Calendar sync works both ways: bookings appear in Google Calendar, and busy times there block your booking page.

1. Open **Settings > Calendars** and select **Connect Google**.
2. Sign in and allow both permissions. Without the second one, Fernhill can only read.
3. Choose the calendar that gets new bookings, and those that block times.

Changes in Fernhill arrive at Google within seconds. The other way round it may take up to two minutes.`,
    translations: {
      de: {
        title: 'Google Kalender verbinden',
        description: 'Fernhill und Google Kalender in beide Richtungen abgleichen.',
        text: `Der Abgleich geht in beide Richtungen: Buchungen erscheinen in Google Kalender, und belegte Zeiten dort sperren deine Buchungsseite.

1. Öffne **Einstellungen > Kalender** und wähle **Google verbinden**.
2. Melde dich an und erlaube beide Berechtigungen.
3. Wähle den Kalender für neue Buchungen.`,
      },
    },
    earlier: ['Open **Settings > Calendars**, select **Connect Google** and sign in. Sync is one-way.'],
  },
  {
    collection: '6103',
    title: 'Connect Outlook and Microsoft 365',
    description: 'Sync with a calendar of Microsoft 365 or Outlook.com.',
    text: `1. Open **Settings > Calendars** and select **Connect Microsoft**.
2. Sign in with your work account. Some companies ask an administrator to approve Fernhill first.
3. Choose which calendars block times.

Shared mailboxes cannot be connected directly: share their calendar with a member who is.`,
  },
  {
    collection: '6103',
    title: 'Choose which events block your time',
    description: 'Free, tentative and all-day events in calendar sync.',
    text: `An event blocks your booking page if it is shown as **Busy**. Events shown as **Free** never do.

Tentative events block by default. All-day events block only if you turn that on under **Settings > Calendars > Rules**, as many people keep birthdays that way.`,
  },
  {
    collection: '6103',
    title: 'Subscribe to a read-only calendar feed',
    description: 'See bookings in any calendar that reads iCal addresses.',
    text: `If your calendar cannot be connected, subscribe to the iCal feed under **Settings > Calendars > Feed**. It holds bookings of the next 12 months.

Whoever knows the address can read it. Select **New address** to make the old one useless.`,
  },
  {
    collection: '6102',
    title: 'Plan shifts for your team',
    description: 'A first look at shift planning, which is being tested.',
    isDraft: true,
    text: `Shift planning is in a closed test. Members enter when they can work, and the planner proposes a week.

1. Open **Team > Shifts**.
2. Set how many people each hour needs.
3. Select **Propose** and move what does not fit.`,
  },
];
