/** A sample article for teammates; the text is Markdown. */
interface InternalSeed {
  readonly folder: '811' | '812' | '813' | null;
  readonly title: string;
  readonly text: string;
}

/** The sample articles for teammates. Folders: 811 billing, 812 technical, 813 how we work. */
export const internalSeeds: readonly InternalSeed[] = [
  {
    folder: '811',
    title: 'Refunds: who may approve what',
    text: `Up to 200 EUR anyone on the Billing team refunds without asking. Up to 1,000 EUR ask Maya. Above that, write to finance first.

Never promise a date: say that banks take 5 to 10 working days.`,
  },
  {
    folder: '811',
    title: 'Chargebacks, step by step',
    text: `1. Set the conversation to high priority.
2. Collect the invoice, the booking and all messages.
3. Send them to the payment provider within seven days.`,
  },
  {
    folder: '811',
    title: 'Discounts that we give',
    text: 'Charities get 30 %, schools 20 %. Startups get three months free with the code that the Success team hands out.',
  },
  {
    folder: '812',
    title: 'Password reset emails that do not arrive',
    text: `Look up the address in the mail log first. If it is on the block list, take it off and send the link again.

If the company uses SSO, there is no reset link: send the article on SSO configuration instead.`,
  },
  {
    folder: '812',
    title: 'Calendar sync: reading the log',
    text: 'Code 401 means that permission was taken away, 410 that the sync token is too old. With 410, start a full sync from the admin tool.',
  },
  {
    folder: '812',
    title: 'Escalate to engineering',
    text: `Open a Tracker ticket with steps, account id and time. Link all conversations to it. In an outage, page the engineer on call instead.`,
  },
  {
    folder: '812',
    title: 'Known issues of the month',
    text: `- Slow exports with more than 50,000 rows: fixed in the next release.
- The iOS app shows the wrong week when the phone is set to a Hijri calendar.`,
  },
  {
    folder: '813',
    title: 'Our tone of voice',
    text: 'Short sentences, no jargon, and say what happens next and when. Apologise once, and mean it.',
  },
  {
    folder: '813',
    title: 'Handing over between time zones',
    text: 'Leave a note with what you know, what you promised and what is missing. Snooze until the time that you promised.',
  },
  {
    folder: '813',
    title: 'Response times by plan',
    text: 'Enterprise: one hour. Business: four hours. Team and Solo: one working day. Times run from Monday to Friday, 8 to 18 in Dublin.',
  },
  {
    folder: '813',
    title: 'First week as a new teammate',
    text: 'Read the help center, follow five conversations a day, and answer your first one on Thursday with a mentor.',
  },
  {
    folder: null,
    title: 'Requests for personal data',
    text: 'Send them on to privacy@fernhill.example on the same day. The law gives us one month. Do not delete anything yourself.',
  },
];
