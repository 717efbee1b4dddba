import { cast } from '../cast.ts';
import { BUG } from './seed-types.ts';

/** What a ticket of the sample data is about. */
export interface Topic {
  readonly type: string;
  readonly title: string;
  readonly description: string;
  /** A teammate's answer, then a note for the team. */
  readonly answer: string;
  readonly note: string;
  /** Values by attribute; those of lists by label. */
  readonly values: Readonly<Record<string, string | number | boolean>>;
}

const { customer, backOffice, tracker } = cast.ticketTypes;

/** Of Jonas, and of nobody else. */
export const JONAS_TOPIC: Topic = {
  type: customer,
  title: 'Duplicate bookings after the calendar was connected again',
  description:
    'Since I connected our shared Google calendar again on Monday, every fitting appointment shows up twice in Fernhill and customers get two reminders.',
  answer: 'Thank you, Jonas. We paused the reminders for now and are removing the second copies of your bookings.',
  note: 'Second sync token from before the reconnect is still active. Ask Priya to drop it.',
  values: { Priority: 'High', 'Product area': 'Calendar sync', 'Affected bookings': 26 },
};

/** A ticket that nobody took on yet. */
export const SUBMITTED_TOPIC: Topic = {
  type: customer,
  title: 'Invoice shows the wrong VAT rate',
  description: 'Invoice FH-20418 was issued with 21% VAT, but our services are taxed at 13.5%. Can it be corrected?',
  answer: 'We will issue a corrected invoice and a credit note for the first one.',
  note: 'Tax profile of the workspace was changed last week.',
  values: { Priority: 'Normal', 'Product area': 'Invoicing', 'Invoice number': 'FH-20418' },
};

/** What all other tickets are about, over and over. */
export const TOPICS: readonly Topic[] = [
  {
    type: customer,
    title: 'Outlook events arrive one hour late',
    description:
      'Events from Outlook land an hour later in Fernhill for our staff in Lisbon. It began when the clocks changed.',
    answer: 'Could you tell us which time zone is set under Locations for the Lisbon studio?',
    note: 'The location has Europe/Madrid. Likely chosen by hand.',
    values: { Priority: 'Normal', 'Product area': 'Calendar sync', 'Affected bookings': 9 },
  },
  {
    type: customer,
    title: 'Card payment taken twice',
    description: 'A customer paid invoice FH-19877 once, but her bank shows two charges of 84 euros.',
    answer: 'The second charge was only reserved and will be released within three days.',
    note: 'Authorization retried after a timeout, see the payment log.',
    values: { Priority: 'High', 'Product area': 'Payments', 'Invoice number': 'FH-19877' },
  },
  {
    type: customer,
    title: 'SSO sign-in ends in a blank page',
    description: 'Since we moved to a new identity provider, half of our team only sees a blank page after signing in.',
    answer: 'Please send us the metadata address of the new provider, then we will check the certificate.',
    note: 'Certificate fingerprint does not match the one in their settings.',
    values: { Priority: 'High', 'Product area': 'Sign-in' },
  },
  {
    type: BUG,
    title: 'Booking page ignores the minimum notice',
    description: 'We ask for 24 hours of notice, yet someone booked a slot two hours ahead from her phone.',
    answer: 'We can see this too and passed it to the developers.',
    note: 'Only on the mobile page with a cached list of slots.',
    values: { Priority: 'Normal', 'Steps to reproduce': 'Open the page, wait past midnight, book', Reproducible: true },
  },
  {
    type: customer,
    title: 'Move the subscription to yearly billing',
    description: 'We would like to pay once a year from the next period on. Does the discount apply at once?',
    answer: 'Yes, the discount applies from your next invoice. We changed the plan for you.',
    note: 'Approved by Daniel.',
    values: { Priority: 'Low', 'Product area': 'Invoicing' },
  },
  {
    type: backOffice,
    title: 'Refund a cancelled workshop',
    description: 'The customer cancelled within the free period. Refund the deposit to the card.',
    answer: 'Refund is on its way.',
    note: 'Check that the deposit was not used for another booking.',
    values: { Task: 'Refund', Amount: 120.5 },
  },
  {
    type: BUG,
    title: 'PDF invoices lose the company logo',
    description: 'Invoices that are sent by email have an empty box where our logo was until last week.',
    answer: 'Uploading the logo again as PNG helps until the fix is out.',
    note: 'SVG logos with embedded fonts fail in the renderer.',
    values: { Priority: 'Low', 'Steps to reproduce': 'Upload an SVG logo, send any invoice', Reproducible: true },
  },
  {
    type: customer,
    title: 'Reminders are sent in English only',
    description: 'Our customers in Cologne get English reminders although the booking page is German.',
    answer: 'Reminders follow the language of the location. We switched yours to German.',
    note: 'Worth an article.',
    values: { Priority: 'Low', 'Product area': 'Booking pages' },
  },
  {
    type: tracker,
    title: 'Google calendar sync delayed',
    description: 'Changes in Google calendars take up to forty minutes to show up. Several customers asked.',
    answer: 'The queue is being drained.',
    note: 'Push channel renewals failed on Sunday.',
    values: { Severity: 'Major', 'Fix released': false },
  },
  {
    type: customer,
    title: 'Export of last quarter is missing invoices',
    description: 'Our accountant finds 112 invoices in the export, the overview says 118.',
    answer: 'The export leaves out drafts. You can include them with the filter at the top.',
    note: 'Six drafts, matches.',
    values: { Priority: 'Normal', 'Product area': 'Invoicing' },
  },
];
