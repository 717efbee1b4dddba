/** Sample snippets: title and Markdown. */
export const snippetSeeds: readonly { readonly title: string; readonly text: string; readonly locale?: string }[] = [
  { title: 'Support hours', text: 'Our team answers from Monday to Friday, 8:00 to 18:00 Irish time.' },
  { title: 'Status page', text: 'The state of all services is shown at status.fernhill.example.' },
  {
    title: 'Length of the free trial',
    text: 'A trial lasts 21 days and needs no card. It can be extended once by 14 days.',
  },
  {
    title: 'Postal address',
    text: 'Fernhill Ltd., 14 Mill Lane, Galway, Ireland.\n\nInvoices by post are not accepted.',
  },
  { title: 'Payout times', text: 'Payouts arrive two working days after the payment; the first one takes seven.' },
  {
    title: 'Which plans have SSO',
    text: 'Single sign-on is part of the Business and Enterprise plans, not of Solo and Team.',
  },
  { title: 'Text message prices', text: 'A text message costs 0.08 EUR in Europe and 0.12 EUR elsewhere.' },
  { title: 'Supportzeiten', text: 'Unser Team antwortet montags bis freitags von 9 bis 19 Uhr.', locale: 'de' },
];
