import type { Scenario } from '../thread/scenario.ts';

/** What customers write about signing in, seats and their account. */
export const account: readonly Scenario[] = [
  {
    title: 'SSO: users end up on the sign-in page',
    team: 'technical',
    tags: ['sso'],
    channels: ['email', 'conversation'],
    weight: 4,
    mood: 4,
    priority: 'medium',
    topic: 'SSO',
    page: '/settings/security',
    file: 'log',
    fin: 'Single sign-on is set up under **Settings, Security, SSO**. You need the sign-in address, the entity ID and the certificate of your identity provider.',
    steps: [
      [
        'customer',
        'Hello,\n\nwe set up SAML as described. After signing in at our identity provider people land on your sign-in page again, without any message. {seats} users are affected.',
        'SSO worked until {date}; now everybody gets "Response is not signed". We changed nothing.',
      ],
      [
        'admin',
        'Hi {first}, could you send the SAML response as a file? A browser extension records it. And does the certificate end on {date}?',
      ],
      ['customer', 'Attached. The certificate was renewed on {date}, come to think of it.', 'Here you are.'],
      [
        'note',
        'Signature is made with a certificate we do not have. They rotated it at the provider and did not upload it here.',
      ],
      [
        'admin',
        'Your provider signs with a newer certificate than the one stored here. Please upload it under **Settings, Security, SSO**; old and new may stand side by side.',
      ],
      ['customer', 'That was it. We are in.', 'Uploaded, works. Please put this in the guide!'],
    ],
  },
  {
    title: 'More seats for our team',
    team: 'success',
    tags: ['billing'],
    channels: ['conversation', 'email', 'phone_call'],
    weight: 3,
    mood: 5,
    topic: 'Seats',
    page: '/settings/team',
    fin: 'Seats are added under **Settings, Team**. Each one is paid for from the day on which it is added.',
    steps: [
      [
        'customer',
        'We are opening in {city} on {later} and need {seats} more seats. Is there a better price for that many?',
        'How do I add a person who only looks at the calendar and does not take bookings? Do I pay for that?',
      ],
      [
        'admin',
        'Hi {first}, congratulations! From ten seats on there is a lower price. For {company} I can offer {total} a month in all. People who only look are free.',
      ],
      ['customer', 'Sounds fair. How do we go on?', 'Free, nice. So {seats} paid ones then.'],
      ['note', 'Offered {total}, approved by success. Annual contract is up for renewal on {later}.'],
      ['admin', 'I have added them; you can invite people right away. The new price is on the invoice of {later}.'],
      ['customer', 'Invites are out, thank you!'],
    ],
  },
  {
    title: 'Please cancel our subscription',
    team: 'success',
    tags: ['churn-risk'],
    channels: ['email', 'conversation', 'email'],
    weight: 4,
    mood: 3,
    topic: 'Cancellation',
    page: '/settings/plan',
    steps: [
      [
        'customer',
        'Hi,\n\nwe would like to cancel {company} at the end of the month. We are moving to another tool that our franchise uses.\n\nPlease confirm.',
        'How can I cancel? I find no button anywhere and it is really annoying. {amount} a month is too much for the {count} bookings we have.',
        'We close the shop for the winter and do not need Fernhill until spring. Cancel please.',
      ],
      [
        'admin',
        'Hi {first}, I am sorry to see you go, and I will set it up. May I ask what was missing? There is also a pause for {amount} a year that keeps all data.',
      ],
      [
        'customer',
        'A pause would do! I did not know about that.',
        'It is only the price. The tool is good.',
        'Just cancel it please.',
      ],
      ['note', 'Risk of churn. Offered the pause; Maya is fine with three months at half price if they hesitate.'],
      [
        'admin',
        'Done, {first}. It takes effect on {later}, and you can export everything until 30 days after that. The door stays open.',
      ],
      ['customer', 'Thank you for making it easy.', 'Confirmed, thanks.'],
    ],
  },
  {
    title: 'Owner of the account has left',
    team: 'frontline',
    tags: [],
    channels: ['email', 'phone_call'],
    weight: 2,
    mood: 4,
    topic: 'Account',
    steps: [
      [
        'customer',
        'Our manager left on {date} and was the owner of the Fernhill account of {company}. None of us can change the plan. What do you need from us?',
      ],
      [
        'admin',
        'Hi {first}, we need a letter with the head of your company, signed by a director, and a copy of {invoice} to be sure. I will then make you the owner.',
      ],
      [
        'customer',
        'Letter and invoice are attached.',
        'Here is the letter. The invoice is with our accountant, is the number enough?',
      ],
      ['note', 'Checked against the company register, signature matches. Second pair of eyes by Tomás.'],
      ['admin', 'Thank you. You are the owner now; the old account was turned into one without rights.'],
      ['customer', 'Wonderful, thanks {admin}.'],
    ],
  },
];
