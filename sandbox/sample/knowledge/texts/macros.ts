import { cast } from '../../cast.ts';

const { teams } = cast;

const hello = "<p>Hi {{user.first_name | fallback: 'there'}},</p>";

/** Sample macros: name, HTML, and the teams that see them where not everyone does. */
export const macroSeeds: readonly { readonly name: string; readonly body: string; readonly teams?: string[] }[] = [
  {
    name: 'Password reset: how to',
    body: `${hello}<p>you can choose a new password under <a href="https://help.fernhill.example/en/articles/9021-reset-your-password">Reset your password</a>. The link in the email is valid for 60 minutes.</p>`,
  },
  {
    name: 'Refund: confirmed',
    body: `${hello}<p>your refund is on its way. Banks usually need 5 to 10 working days.</p>`,
  },
  {
    name: 'Refund: more details needed',
    body: `${hello}<p>could you send us the number of the invoice and the reason for the refund?</p>`,
  },
  { name: 'Ask for a screenshot', body: `${hello}<p>could you send us a screenshot of the whole window?</p>` },
  {
    name: 'Calendar sync: connect again',
    body: `${hello}<p>please open <b>Settings &gt; Calendars</b> and select <b>Connect again</b>.</p>`,
  },
  {
    name: 'Closing after no answer',
    body: `${hello}<p>as we have not heard from you, we close this conversation. Just write again.</p>`,
  },
  {
    name: 'Billing: late payment',
    body: `${hello}<p>the last payment of {{company.name | fallback: 'your company'}} failed. Please update the card.</p>`,
    teams: [teams.frontline, teams.billing],
  },
  {
    name: 'Technical: ask for log',
    body: `${hello}<p>please send us the file under <b>Help &gt; Save log</b>.</p>`,
    teams: [teams.frontline, teams.technical],
  },
];
