import { cast } from '../../cast.ts';
import type { ArticleSeed } from './article-seed.ts';

/** Articles about signing in and keeping an account safe. */
export const securityArticles: readonly ArticleSeed[] = [
  {
    id: cast.articles.passwordReset,
    collection: '6107',
    title: 'Reset your password',
    description: 'Choose a new password when you have forgotten yours or cannot sign in.',
    text: `You can reset your password yourself at any time. It takes about two minutes, and you need access to the mailbox that you sign in with.

1. Open app.fernhill.example and select **Sign in**.
2. Select **Forgot your password?** below the form.
3. Enter the email address of your Fernhill account and select **Send link**.
4. Open the email "Reset your Fernhill password" and follow its link within 60 minutes.
5. Enter a new password of at least 12 characters twice and select **Save**.
6. Sign in with the new password. All other devices are signed out.

## If the email does not arrive

Look in the spam folder first, then ask for a new link: only the newest one works. Company mail filters sometimes hold our mail back, so ask your administrator to allow the sender no-reply@fernhill.example.

## If you sign in with SSO

Your company keeps your password, so Fernhill cannot reset it. Ask your own IT team, or read [SSO configuration](https://help.fernhill.example/en/articles/9034-sso-configuration).`,
    earlier: [
      'Select **Forgot your password?** on the sign-in page and follow the link that we send you. The link is valid for 24 hours.',
      'Select **Forgot your password?** on the sign-in page and follow the link that we send you. The link is valid for 60 minutes.',
    ],
    translations: {
      de: {
        title: 'Passwort zurücksetzen',
        description: 'Ein neues Passwort wählen, wenn du deines vergessen hast oder dich nicht anmelden kannst.',
        text: `Du kannst dein Passwort jederzeit selbst zurücksetzen. Du brauchst dafür Zugriff auf das Postfach, mit dem du dich anmeldest.

1. Öffne app.fernhill.example und wähle **Anmelden**.
2. Wähle **Passwort vergessen?** unter dem Formular.
3. Gib die E-Mail-Adresse deines Kontos ein und wähle **Link senden**.
4. Öffne die E-Mail und folge dem Link innerhalb von 60 Minuten.
5. Gib zweimal ein neues Passwort mit mindestens 12 Zeichen ein und wähle **Speichern**.

Kommt die E-Mail nicht an, sieh zuerst im Spam-Ordner nach.`,
      },
    },
  },
  {
    id: cast.articles.sso,
    collection: '6107',
    title: 'SSO configuration',
    description: 'Let your team sign in to Fernhill through your own identity provider with SAML 2.0.',
    text: `Single sign-on (SSO) is part of the Business and Enterprise plans. You need to be an owner of the account, and an administrator of your identity provider.

1. In Fernhill, open **Settings > Security > Single sign-on** and select **Set up SAML**.
2. Copy the **ACS URL** and the **Entity ID** that are shown there.
3. In your identity provider, create a SAML 2.0 application with these two values. Set the name ID to the email address.
4. Copy the sign-in URL and the X.509 certificate of the provider back into Fernhill.
5. Add your email domain and prove that it is yours with the TXT record that Fernhill shows.
6. Select **Test connection** and sign in with your own account in the window that opens.
7. Once the test passes, choose **Optional** or **Required** and save.

## Before you require it

Leave SSO optional for a day or two, so that everybody has signed in with it once. Owners keep their password as a way back in, in case the provider is down.

## Common errors

- *Audience mismatch*: the Entity ID has a space or a slash too many.
- *Unknown user*: the name ID is no email address of a team member.
- *Certificate expired*: upload the new one; the old one stops working at once.`,
    earlier: ['Ask support to turn on SSO for your account, then send us the metadata of your identity provider.'],
  },
  {
    collection: '6107',
    title: 'SSO configuration for contractors',
    description: 'Give people outside your email domain access while SSO is required.',
    isDraft: true,
    text: `Contractors often have no account at your identity provider. This article is being written: check the steps with the security team before you share them.

1. Open **Settings > Security > Single sign-on > Exceptions**.
2. Add the email address of the contractor and an end date.
3. The contractor signs in with a password and two-step verification until that date.

An exception ends by itself at midnight in the time zone of the account.`,
  },
  {
    collection: '6107',
    title: 'Turn on two-step verification',
    description: 'Ask for a code from an app in addition to the password.',
    text: `Two-step verification keeps others out even if they learn your password.

1. Open **Your profile > Security**.
2. Select **Turn on two-step verification** and scan the code with an authenticator app.
3. Enter the six digits that the app shows.
4. Save the ten recovery codes where only you can read them.

Owners can require it for the whole team under **Settings > Security**. Members who have not set it up are asked to at their next sign-in.`,
    translations: {
      de: {
        title: 'Bestätigung in zwei Schritten einschalten',
        description: 'Neben dem Passwort einen Code aus einer App verlangen.',
        text: `Die Bestätigung in zwei Schritten schützt dein Konto auch dann, wenn jemand dein Passwort kennt.

1. Öffne **Dein Profil > Sicherheit**.
2. Wähle **Einschalten** und scanne den Code mit einer Authenticator-App.
3. Gib die sechs Ziffern aus der App ein und bewahre die Wiederherstellungscodes gut auf.`,
      },
    },
  },
  {
    collection: '6107',
    title: 'See where you are signed in',
    description: 'Check the devices that use your account and sign them out.',
    text: `Under **Your profile > Security > Devices** you find every browser and phone that is signed in, with its city and when it was last used.

Select **Sign out** beside a device that you do not know, then change your password. A signed-out phone loses its offline copy of the calendar within a minute.`,
  },
  {
    collection: '6107',
    title: 'How Fernhill stores your data',
    description: 'Where data is kept, for how long, and how to ask for a copy.',
    text: `All data of European accounts is kept in two data centres in Ireland and Germany. It is encrypted on disk and on its way.

Backups are kept for 35 days. After you close an account, we delete its data within 60 days, except for invoices, which the law makes us keep.

To get a copy of everything, an owner opens **Settings > Data > Export** and waits for the email with the archive, usually under an hour.`,
  },
];
