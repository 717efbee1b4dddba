/** What is said in the sample calls, a teammate and the caller by turns; a call without words was missed. */
export const SCRIPTS: readonly (readonly string[])[] = [
  [
    'Fernhill support, how can I help?',
    'I need to send an invoice again, the customer says that it never arrived.',
    'Open the invoice and choose Send again at the top. You can change the address there as well.',
    'Found it. That was quick, thank you.',
  ],
  [
    'Good morning, this is Fernhill.',
    'Our calendar shows every booking an hour late since yesterday.',
    'Which time zone does the location have in your settings?',
    'Madrid. We are in Lisbon, so that must be it.',
    'Exactly. Change it to Lisbon and new events will be right within five minutes.',
  ],
  [
    'Fernhill support, hello.',
    'A client was charged twice for the same session.',
    'I can see one payment and one reservation. The reservation lapses by Friday.',
    'Good, I will tell her.',
  ],
  [
    'Hello, I am calling from Fernhill about your question on single sign-on.',
    'Great timing. The certificate runs out next week.',
    'You can upload the new one beside the old one, so that nobody is locked out.',
    'Then I will do that today.',
  ],
  [],
  [
    'Fernhill, what can I do for you?',
    'We want to add a second studio. Do we pay twice?',
    'A location costs extra, but your team members count only once.',
    'All right. Please send me the prices by email.',
  ],
  [
    'Fernhill support.',
    'Customers tell me that the booking page is empty.',
    'There are no opening hours for next month yet. Once you add them the slots appear.',
    'Oh, I forgot. Thanks!',
  ],
  [
    'Hello, this is Fernhill. You asked for a call back about your refund.',
    'Yes, it has been a week.',
    'It left us on Monday, and your bank usually needs up to five working days.',
    'Then I will wait until next Monday.',
  ],
];
