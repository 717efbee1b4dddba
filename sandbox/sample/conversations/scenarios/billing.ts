import type { Scenario } from '../thread/scenario.ts';

/** What customers write about what they pay Fernhill. */
export const billing: readonly Scenario[] = [
  {
    title: 'Charged twice for {invoice}',
    team: 'billing',
    tags: ['billing', 'refund'],
    channels: ['email', 'conversation', 'email'],
    weight: 5,
    mood: 4,
    priority: 'high',
    topic: 'Refund',
    page: '/settings/billing',
    file: 'screenshot',
    steps: [
      [
        'customer',
        'Hello,\n\nour card was charged {amount} **twice** on {date}, both times for {invoice}. Could you please send one of them back?\n\nThank you',
        'Hi, I just went through our bank statement and there are two payments of {amount} to Fernhill, minutes apart. I only have one invoice ({invoice}). What happened?',
        'You took {amount} from us two times this month. Please refund one. Invoice {invoice}.',
      ],
      [
        'admin',
        'Hi {first},\n\nsorry about that. Could you tell me the last four digits of the card, so that I find both payments?',
        'Thanks for flagging this, {first}. I can see one payment on my side. Which four digits does the card end with?',
      ],
      ['customer', 'It ends in {digits}.', 'Sure: {digits}, expires next year.'],
      [
        'note',
        'Two captures for {invoice}, same idempotency window. The second one is ours to give back, {amount}.',
        'Processor shows a retry after a timeout. Refunding the second capture of {amount}.',
      ],
      [
        'admin',
        'Found it. The payment was sent again after a time-out. I have refunded {amount}; it takes 3 to 5 working days until your bank shows it.',
        'Good news: the second payment of {amount} is on its way back to the card ending in {digits}. Please give it up to five working days.',
      ],
      ['customer', 'Great, thanks for the quick help!', 'Perfect, I will look out for it.'],
    ],
  },
  {
    title: 'VAT number on our invoice',
    team: 'billing',
    tags: ['billing'],
    channels: ['email', 'conversation'],
    weight: 4,
    mood: 4,
    topic: 'Invoice',
    page: '/settings/billing/invoices',
    file: 'invoice',
    fin: 'You can add a VAT number under **Settings, Billing, Tax details**. It is printed on invoices that are made from then on; earlier ones keep the details they were made with.\n\nDid that answer your question?',
    steps: [
      [
        'customer',
        'Hi,\n\nour accountant says {invoice} is missing our VAT number ({vat}). Can you issue it again?',
        'Hello, we are registered for VAT since {date} and the invoices you send still include tax. Our number is {vat}. How do we get this corrected?',
        'Where do I put our VAT ID? {vat}. And can the last invoice be changed?',
      ],
      [
        'admin',
        'Hi {first}, I have put {vat} on your account. Do you want a credit note and a new invoice for {invoice}, or is it enough from next month on?',
        'Thanks {first}. The number checks out with the registry, so I added it. Shall I replace {invoice} as well?',
      ],
      [
        'customer',
        'Please replace it, we have to hand in the quarter by {later}.',
        'A new one for {invoice} would be great.',
      ],
      [
        'admin',
        'Done:\n\n- a credit note over {amount}\n- a new invoice with reverse charge\n\nBoth are under [Billing](https://app.fernhill.example/settings/billing).',
      ],
      ['customer', 'Got both. Our accountant says hi :)', 'Thank you, all good now.'],
    ],
  },
  {
    title: 'Card was declined',
    team: 'billing',
    tags: ['billing'],
    channels: ['conversation', 'conversation', 'email', 'sms'],
    weight: 4,
    mood: 3,
    topic: 'Payment',
    page: '/settings/billing',
    fin: 'A card is most often declined because the bank wants the payment to be confirmed. Open **Settings, Billing** and choose **Pay now**: the bank then asks for a code. Nothing is switched off for 10 days.',
    steps: [
      [
        'customer',
        'I keep getting the mail that my payment failed, but there is money on the card. What should I do? I do not want to lose my bookings.',
        'Your system declines our new company card ({digits}). The bank says they never saw a request.',
        'payment failed AGAIN. third card now. is it you or the bank?',
      ],
      [
        'admin',
        'Hi {first}, your bookings are safe: nothing is switched off for ten days. Our processor got "authentication required". Could you open Billing, choose **Pay now** and confirm the code of your bank?',
        'Hi {first}, I looked it up: the bank asked for a confirmation and nobody was there to give it. Paying once by hand solves it.',
      ],
      ['customer', 'It asks for a code but none arrives.', 'Trying now … it spins and then nothing.'],
      [
        'note',
        'The card was issued in another country than the billing address. Sent a payment link over {amount} instead.',
      ],
      [
        'admin',
        'Let us go around it: here is a [payment link over {amount}](https://pay.fernhill.example/l/{digits}). It works with a bank transfer, too.',
      ],
      ['customer', 'Paid by transfer. Thanks.', 'The link worked at once, thank you {admin}.'],
    ],
  },
  {
    title: 'Upgrade to {plan}: what do we pay this month?',
    team: 'billing',
    tags: ['billing'],
    channels: ['conversation', 'email', 'whatsapp'],
    weight: 3,
    mood: 5,
    topic: 'Plan',
    page: '/settings/plan',
    fin: 'When you change to a larger plan in the middle of a month you pay the difference for the days that are left. The amount is shown before you confirm.',
    steps: [
      [
        'customer',
        'We would like to move to the {plan} plan in the middle of the month. Do we pay the whole month again?',
        'Quick one: if I upgrade today, is the {amount} we paid on {date} counted?',
      ],
      [
        'admin',
        'Hi {first}, only the difference for the days that are left. For {company} that is {amount} today and {total} from next month on.',
        'It is counted, {first}. You would pay {amount} now, and {total} a month after that.',
      ],
      ['customer', 'And if we go back in January?', 'OK. Can I get that as a quote for my boss?'],
      [
        'admin',
        'You can go back whenever you like; what is left becomes credit on the next invoice. I have sent the numbers to {email}.',
      ],
      ['customer', 'Lovely. Upgraded.', 'Thanks, we will think about it over the weekend.'],
    ],
  },
];
