import type { ArticleSeed } from './article-seed.ts';

/** Articles about the first days with Fernhill. */
export const gettingStartedArticles: readonly ArticleSeed[] = [
  {
    collection: '6101',
    title: 'Set up your account in ten minutes',
    description: 'Opening hours, services and your first booking page.',
    text: `A new account needs three things before customers can book.

1. Under **Settings > Business** enter your name, address and time zone.
2. Under **Services** add what you offer, with duration and price.
3. Under **Booking page** choose an address and select **Go live**.

Make a test booking with your own email address. It costs nothing and can be deleted afterwards.

## What comes next

Connect your calendar, so that private appointments block times, and add your bank account, so that customers can pay online.`,
    translations: {
      de: {
        title: 'Konto in zehn Minuten einrichten',
        description: 'Öffnungszeiten, Leistungen und die erste Buchungsseite.',
        text: `Ein neues Konto braucht drei Dinge, bevor Kunden buchen können: deine Firmendaten, mindestens eine Leistung und eine Buchungsseite.

1. Trage unter **Einstellungen > Firma** Name, Adresse und Zeitzone ein.
2. Lege unter **Leistungen** an, was du anbietest.
3. Wähle unter **Buchungsseite** eine Adresse und dann **Veröffentlichen**.`,
      },
      fr: {
        title: 'Configurer votre compte en dix minutes',
        description: "Horaires d'ouverture, services et première page de réservation.",
        text: `Un nouveau compte a besoin de trois choses avant la première réservation.

1. Dans **Réglages > Entreprise**, saisissez le nom, l'adresse et le fuseau horaire.
2. Dans **Services**, ajoutez ce que vous proposez.
3. Dans **Page de réservation**, choisissez une adresse puis **Publier**.`,
      },
    },
  },
  {
    collection: '6101',
    title: 'Import customers from a spreadsheet',
    description: 'Bring your customer list along as a CSV file.',
    text: `Fernhill reads CSV files of up to 20,000 rows. The first row names the columns; only **email** is required.

1. Open **Customers > Import** and choose the file.
2. Match the columns to fields. Unknown columns can become custom fields.
3. Check the preview and select **Import**.

Rows with an email address that is known already update that customer. Rows with errors are listed in a file to download, correct and import again.`,
  },
  {
    collection: '6101',
    title: 'Plans and what they contain',
    description: 'Compare Solo, Team, Business and Enterprise.',
    text: `**Solo** is for one person with one calendar. **Team** adds up to ten members and shared calendars.

**Business** has everything in Team and adds single sign-on, the API and approval of invoices. **Enterprise** adds audit logs, a contact person and an agreement on response times.

You can change plans at any day. The price is worked out by the day, and what you paid too much is taken off the next bill.`,
  },
  {
    collection: '6101',
    title: 'Use Fernhill on your phone',
    description: 'What the apps for iOS and Android can do.',
    text: `The app shows your day, takes payments by card and works without a connection: changes are sent once you are online again.

Sign in with the same address as on the web. If your company uses SSO, enter the address and select **Continue**; your own sign-in page opens.`,
    staged: `The app shows your day, takes payments by card and works without a connection: changes are sent once you are online again.

New: the **Today** widget lists your next three bookings on the lock screen. Add it in the settings of your phone.

Sign in with the same address as on the web. If your company uses SSO, enter the address and select **Continue**; your own sign-in page opens.`,
  },
  {
    collection: '6101',
    title: 'Close your account',
    description: 'How to cancel, and what happens to your data.',
    text: `Only an owner can close an account. Export your data first: it cannot be brought back afterwards.

1. Open **Settings > Plan** and select **Close account**.
2. Tell us why, if you like, and confirm with your password.

The account works until the end of the paid month. Unpaid invoices of your customers stay payable for 60 days.`,
  },
];
