import type { Scenario } from '../thread/scenario.ts';

/** What customers write who cannot sign in. */
export const password: Scenario = {
  title: 'Password reset does not work',
  team: 'frontline',
  tags: ['password-reset'],
  channels: ['conversation', 'email', 'email', 'conversation'],
  weight: 4,
  mood: 4,
  topic: 'Sign-in',
  page: '/sign-in',
  file: 'screenshot',
  fin: 'The link in the mail for a password reset is valid for one hour and works once. Please ask for a new one on the [sign-in page](https://app.fernhill.example/sign-in) and look into the spam folder, too.',
  steps: [
    [
      'customer',
      'Hi, I asked for a password reset three times and no mail arrives. My address is {email}.',
      'The link in your password reset mail says "expired" even when I click at once. I am locked out and my first client comes at {time}.',
      'Can you reset my password by hand? The link opens a blank page on {device}.',
    ],
    [
      'admin',
      'Hi {first}, I see the mails going out. Does the company use a mail filter that opens links? That would use up the link before you do.',
      'Hi {first}! I just sent you a fresh link, valid for a day. Does it open in {browser}?',
    ],
    ['customer', 'We do have such a filter, yes.', 'It opens! But the new one is refused, "too short".'],
    ['note', 'Link was opened 2 seconds after delivery from a data centre: the filter. Sent one with a code instead.'],
    [
      'admin',
      'You now get a code instead of a link. Please type it in on the sign-in page, and choose at least 12 characters.',
    ],
    ['customer', 'I am in. Thank you!!', 'Finally. Thanks {admin}.'],
  ],
};
