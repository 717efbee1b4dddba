import type { Scenario } from '../thread/scenario.ts';

/** What customers write about the invoices and payments of their own clients. */
export const payments: readonly Scenario[] = [
  {
    title: 'Refund for a client: {booking}',
    team: 'billing',
    tags: ['refund'],
    channels: ['conversation', 'email', 'whatsapp'],
    weight: 3,
    mood: 4,
    topic: 'Client refund',
    page: '/payments',
    fin: 'To give a deposit back, open the booking, choose **Payment**, then **Refund**. A part of the amount is possible as well.',
    steps: [
      [
        'customer',
        '{client} cancelled {booking} within our 24 hours and I want to be nice and return the deposit of {amount}. The refund button is grey. Why?',
        'How do I refund {amount} to {client}? Booking {booking}, paid by card on {date}.',
      ],
      ['note', 'Payout of that day was sent already, so the balance is 0. That is why the button is off.'],
      [
        'admin',
        'Hi {first}, the money of that day has been paid out to your bank already, so the balance is empty. As soon as the next booking is paid, the button wakes up. Or I take it from your bank account: shall I?',
      ],
      [
        'customer',
        'Please take it from the bank account, {client} is waiting.',
        'OK, I will wait until tomorrow, we have {count} bookings then.',
      ],
      ['admin', 'All right. {client} gets a mail as soon as it is done.'],
      ['customer', 'It worked, thanks.'],
    ],
  },
  {
    title: 'Payout is late',
    team: 'billing',
    tags: ['billing'],
    channels: ['email', 'email', 'conversation', 'phone_call'],
    weight: 3,
    mood: 2,
    priority: 'high',
    topic: 'Payout',
    page: '/payments/payouts',
    file: 'export',
    steps: [
      [
        'customer',
        'Our payout of {total} was to arrive on {weekday}. It is not there, and I have salaries to pay.',
        'Where is our money? The dashboard says "in transit" since {date}, amount {total}.',
      ],
      [
        'admin',
        'Hi {first}, I understand that this is urgent. Has the bank account of {company} changed lately?',
        'I am on it, {first}. Could you check whether the IBAN under Payouts ends in {digits}?',
      ],
      [
        'customer',
        'Yes, we changed banks two weeks ago. I entered the new one on {date}.',
        'No, that is the old one! I changed it on {date}.',
      ],
      ['note', 'Payout was sent to the old account and bounced. Treasury sends it again, value date tomorrow.'],
      [
        'admin',
        'The payout went to the old account and came back. It was sent again today: {total}, with you by tomorrow noon.',
      ],
      ['customer', 'It arrived. Please improve this, it cost me a night.', 'Arrived just now. Thanks {admin}.'],
    ],
  },
  {
    title: 'Numbers of our invoices have a gap',
    team: 'billing',
    tags: ['billing', 'bug'],
    channels: ['email', 'conversation'],
    weight: 2,
    mood: 4,
    topic: 'Invoice',
    page: '/invoices',
    file: 'invoice',
    steps: [
      [
        'customer',
        'Our tax advisor found a gap: after number {digits} there is one missing. We have to explain every number. Did Fernhill lose an invoice?',
        'The invoice numbers of {company} jump by two since {date}. Is that a known problem?',
      ],
      [
        'admin',
        'Hi {first}, nothing is lost. A draft that is deleted keeps its number. Could you look under **Invoices, Deleted drafts**?',
      ],
      ['customer', 'There it is, a draft for {client} over {amount}. My colleague must have thrown it away.'],
      [
        'admin',
        'You can export that list as evidence: [how to](https://help.fernhill.example/en/articles/9052). I have also asked our developers to hand out numbers only when an invoice is sent.',
      ],
      ['customer', 'Thank you, that is enough for the advisor.', 'Good. Please do that, drafts should not count.'],
    ],
  },
  {
    title: 'Deposit is asked from regulars',
    team: 'frontline',
    tags: [],
    channels: ['conversation', 'instagram', 'facebook'],
    weight: 2,
    mood: 5,
    topic: 'Deposits',
    page: '/settings/deposits',
    fin: 'Deposits can be switched off for single clients: open the client, then **Payment**, and turn off **Ask for a deposit**.',
    steps: [
      [
        'customer',
        'Can I turn deposits off for people who have been here ten times? {client} was a bit offended 😅',
        'Is there a way to not ask regulars for {amount} in advance?',
      ],
      [
        'admin',
        'There is! Open the client, then Payment, and turn off **Ask for a deposit**. With the {plan} plan you can do it by a rule, for example after {seats} visits.',
      ],
      ['customer', 'ooh a rule. found it, thank you!', 'Perfect 🙏'],
    ],
  },
];
