import type { ArticleSeed } from './article-seed.ts';

/** Articles about other software, and about what to do when something does not work. */
export const integrationArticles: readonly ArticleSeed[] = [
  {
    collection: '6108',
    title: 'Connect your accounting software',
    description: 'Send invoices and payments on to your books.',
    text: `Under **Integrations > Accounting** choose your software and sign in there. New invoices, credit notes and payments are sent every hour.

Match your tax rates once: an invoice with a rate that is not matched stays in the list **Needs attention**.`,
  },
  {
    collection: '6108',
    title: 'Use the Fernhill API',
    description: 'Keys, limits and where the reference is.',
    text: `The API is part of the Business and Enterprise plans. Create a key under **Settings > API**; it is shown once.

You may send 120 requests a minute. Above that, the answer is 429 with the number of seconds to wait.`,
  },
  {
    collection: '6108',
    title: 'Get told by webhooks',
    description: 'Receive bookings and payments in your own systems.',
    text: `Add an address under **Settings > API > Webhooks** and choose the events. Each message is signed with the secret shown there: check it before you trust the content.

We try for 24 hours to deliver, with growing pauses, and then turn the webhook off and send you an email.`,
  },
  {
    collection: '6108',
    title: 'Add video meetings to bookings',
    description: 'Every online booking gets a link of its own.',
    text: `Connect your video service under **Integrations > Video**. Services with the place **Online** then get a link in the confirmation and in the reminder.

The link is made anew when a booking is moved.`,
  },
  {
    collection: '6109',
    title: 'Calendar sync stopped',
    description: 'Find out why events no longer arrive, and connect again.',
    text: `The calendar sync stops when the permission is taken away, for example after you changed the password of the other account.

1. Open **Settings > Calendars**. A red dot marks the calendar that has stopped.
2. Select **Connect again** and sign in.
3. Wait for the first sync, up to ten minutes for large calendars.

Bookings made in between are not lost: they are sent afterwards.`,
  },
  {
    collection: '6109',
    title: 'Customers do not get our emails',
    description: 'Check addresses, spam filters and your own domain.',
    text: `Open the booking and look at **Messages**: it shows whether an email was delivered, refused or held back.

If you send from your own domain, add the two DNS records under **Settings > Email**. Without them, many providers treat the email as spam.`,
  },
  {
    collection: '6109',
    title: 'The booking page shows no free times',
    description: 'Five things to check.',
    text: `1. Does the service have a member who can be booked?
2. Are the opening hours in the right time zone?
3. Does an all-day event block the calendar?
4. Is the earliest time to book too far away?
5. Is the duration longer than any gap?

Select **Explain** on the page to see which rule removes a time.`,
  },
  {
    collection: '6109',
    title: 'Browser requirements and slow pages',
    description: 'Which browsers work, and how to send us useful details.',
    isDraft: true,
    text: `Fernhill supports the two latest versions of the common browsers. If pages are slow, try a private window first: extensions are the most frequent cause.

Send us the time and the address of the page, so that we find it in our logs.`,
  },
];
