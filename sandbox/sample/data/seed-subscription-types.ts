import { type SubscriptionType, subscriptionTypes, type Translation } from '../../model/data.ts';
import type { Workspace } from '../../store/workspace.ts';

type Kind = Omit<SubscriptionType, 'id' | 'default_translation'>;

function en(name: string, description: string): Translation {
  return { name, description, locale: 'en' };
}

const KINDS: readonly Kind[] = [
  {
    state: 'live',
    consent_type: 'opt_out',
    content_types: ['email'],
    translations: [
      en('Product news', 'What is new in Fernhill, once a month'),
      { name: 'Neuigkeiten', description: 'Was es bei Fernhill Neues gibt, einmal im Monat', locale: 'de' },
      { name: 'Nouveautés', description: 'Les nouveautés de Fernhill, une fois par mois', locale: 'fr' },
    ],
  },
  {
    state: 'live',
    consent_type: 'opt_out',
    content_types: ['email'],
    translations: [
      en('Billing notices', 'Receipts, renewals and changes of prices'),
      { name: 'Abrechnung', description: 'Belege, Verlängerungen und neue Preise', locale: 'de' },
    ],
  },
  {
    state: 'live',
    consent_type: 'opt_in',
    content_types: ['email'],
    translations: [
      en('Small business letter', 'Advice on running a business by appointment'),
      { name: 'Boletín', description: 'Consejos para negocios que trabajan con cita', locale: 'es' },
    ],
  },
  {
    state: 'live',
    consent_type: 'opt_in',
    content_types: ['sms_message'],
    translations: [en('Outage alerts', 'A text message when bookings cannot be taken')],
  },
  {
    state: 'draft',
    consent_type: 'opt_in',
    content_types: ['email', 'sms_message'],
    translations: [en('Webinar invitations', 'Live sessions with the success team')],
  },
];

/** The kinds of messages that the workspace sends. */
export function seedSubscriptionTypes(workspace: Workspace): void {
  for (const kind of KINDS) {
    const [first = en('', '')] = kind.translations;
    subscriptionTypes(workspace).put({
      ...kind,
      id: workspace.nextId('subscription_type', 91),
      default_translation: first,
    });
  }
}
