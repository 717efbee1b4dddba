/** A sample collection: where it stands, and its name in other languages. */
interface CollectionSeed {
  readonly id: string;
  readonly center: number;
  readonly parent?: string;
  readonly icon: string;
  readonly name: string;
  readonly description: string;
  readonly translations?: Readonly<Record<string, { readonly name: string; readonly description: string }>>;
}

/** The sample collections; those inside others stand behind them. */
export const collectionSeeds: readonly CollectionSeed[] = [
  {
    id: '6101',
    center: 501,
    icon: 'rocket',
    name: 'Getting started',
    description: 'Your first days with Fernhill.',
    translations: {
      de: { name: 'Erste Schritte', description: 'Deine ersten Tage mit Fernhill.' },
      fr: { name: 'Premiers pas', description: 'Vos premiers jours avec Fernhill.' },
    },
  },
  {
    id: '6102',
    center: 501,
    icon: 'calendar',
    name: 'Scheduling',
    description: 'Booking pages, reminders and rules.',
    translations: { de: { name: 'Termine', description: 'Buchungsseiten, Erinnerungen und Regeln.' } },
  },
  {
    id: '6103',
    center: 501,
    parent: '6102',
    icon: 'arrows',
    name: 'Calendar sync',
    description: 'Keep other calendars in step.',
  },
  {
    id: '6104',
    center: 501,
    icon: 'document',
    name: 'Invoicing and payments',
    description: 'Write invoices and be paid.',
    translations: { de: { name: 'Rechnungen und Zahlungen', description: 'Rechnungen schreiben und Geld erhalten.' } },
  },
  {
    id: '6105',
    center: 501,
    parent: '6104',
    icon: 'card',
    name: 'Payments and billing',
    description: 'Cards, refunds, deposits and your own bill.',
  },
  {
    id: '6106',
    center: 501,
    icon: 'people',
    name: 'Team and account',
    description: 'Members, roles and safety.',
  },
  {
    id: '6107',
    center: 501,
    parent: '6106',
    icon: 'lock',
    name: 'Sign-in and security',
    description: 'Passwords, single sign-on and devices.',
    translations: { de: { name: 'Anmeldung und Sicherheit', description: 'Passwörter, SSO und Geräte.' } },
  },
  { id: '6108', center: 501, icon: 'plug', name: 'Integrations', description: 'Other software, API and webhooks.' },
  {
    id: '6109',
    center: 501,
    icon: 'wrench',
    name: 'Troubleshooting',
    description: 'When something does not work.',
  },
  { id: '6110', center: 502, icon: 'handshake', name: 'For partners', description: 'Set up Fernhill for others.' },
];
