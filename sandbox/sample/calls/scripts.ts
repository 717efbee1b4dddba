/** A call that led to no conversation. */
interface Script {
  readonly direction: 'inbound' | 'outbound';
  /** What a teammate and the caller say by turns; a call without words was missed. */
  readonly lines: readonly string[];
}

/** The sample calls that belong to no conversation. */
export const SCRIPTS: readonly Script[] = [
  {
    direction: 'inbound',
    lines: [
      'Fernhill support, how can I help?',
      'I need to send an invoice again, the customer says that it never arrived.',
      'Open the invoice and choose Send again at the top. You can change the address there as well.',
      'Found it. That was quick, thank you.',
    ],
  },
  {
    direction: 'outbound',
    lines: [
      'Hello, I am calling from Fernhill about your question on single sign-on.',
      'Great timing. The certificate runs out next week.',
      'You can upload the new one beside the old one, so that nobody is locked out.',
      'Then I will do that today.',
    ],
  },
  { direction: 'inbound', lines: [] },
  {
    direction: 'outbound',
    lines: [
      'Hello, this is Fernhill. You asked for a call back about your refund.',
      'Yes, it has been a week.',
      'It left us on Monday, and your bank usually needs up to five working days.',
      'Then I will wait until next Monday.',
    ],
  },
];
