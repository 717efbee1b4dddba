import type { ArticleSeed } from './article-seed.ts';

/** Articles about members and their rights. */
export const teamArticles: readonly ArticleSeed[] = [
  {
    collection: '6106',
    title: 'Invite team members',
    description: 'Add people and give them a calendar.',
    text: `1. Open **Team** and select **Invite**.
2. Enter one or more email addresses and choose a role.
3. Select **Send**. An invitation is valid for seven days and can be sent again.

Each member needs a seat. Invitations that were not accepted cost nothing.`,
  },
  {
    collection: '6106',
    title: 'Roles and permissions',
    description: 'What owners, managers, members and accountants may do.',
    text: `- **Owner**: everything, including plan, security and closing the account.
- **Manager**: all calendars, customers and invoices.
- **Member**: their own calendar and customers.
- **Accountant**: reads invoices and exports them.

There has to be at least one owner. Only an owner can make another one.`,
    earlier: ['There are two roles: **Owner** and **Member**.'],
  },
  {
    collection: '6106',
    title: 'Remove a member',
    description: 'Take a seat back and hand over the appointments.',
    text: `Open the member under **Team** and select **Remove**. Fernhill asks who takes over future appointments; past ones keep the name.

The person is signed out at once. The seat becomes free on the same day.`,
  },
  {
    collection: '6106',
    title: 'Change the owner of an account',
    description: 'Hand the account over to somebody else.',
    text: `An owner opens **Team**, selects the new owner and chooses **Make owner**. Both get an email.

If the only owner has left the company, write to us from the company's email domain. We ask for a document that shows who may sign for the company.`,
  },
  {
    collection: '6110',
    title: 'Become a Fernhill partner',
    description: 'For consultants and agencies that set up Fernhill for others.',
    text: `Partners manage the accounts of several customers from one place, and get a share of the subscription in the first year.

1. Fill in the form at partners.fernhill.example.
2. Take the online course, about three hours.
3. Set up your first customer together with us.`,
  },
];
