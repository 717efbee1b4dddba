import { type DataAttribute, dataAttributes } from '../../model/data.ts';
import type { Workspace } from '../../store/workspace.ts';
import { cast } from '../cast.ts';

type Model = DataAttribute['model'];
type Kind = DataAttribute['data_type'];

/** Intercom's own: the place in the thing, what people see, and the type; the last word says that the API may write it. */
const STANDARD: readonly (readonly [Model, string, string, Kind, 'writable'?])[] = [
  ['contact', 'name', 'Name', 'string', 'writable'],
  ['contact', 'email', 'Email', 'string', 'writable'],
  ['contact', 'phone', 'Phone', 'string', 'writable'],
  ['contact', 'external_id', 'User ID', 'string', 'writable'],
  ['contact', 'role', 'Role', 'string', 'writable'],
  ['contact', 'owner_id', 'Owner', 'integer', 'writable'],
  ['contact', 'created_at', 'First seen', 'date'],
  ['contact', 'signed_up_at', 'Signed up', 'date', 'writable'],
  ['contact', 'last_seen_at', 'Last seen', 'date', 'writable'],
  ['contact', 'last_contacted_at', 'Last contacted', 'date'],
  ['contact', 'last_replied_at', 'Last replied', 'date'],
  ['contact', 'unsubscribed_from_emails', 'Unsubscribed from emails', 'boolean', 'writable'],
  ['contact', 'has_hard_bounced', 'Has hard bounced', 'boolean'],
  ['contact', 'browser', 'Browser', 'string'],
  ['contact', 'os', 'Operating system', 'string'],
  ['contact', 'location.country', 'Country', 'string'],
  ['contact', 'location.city', 'City', 'string'],
  ['company', 'name', 'Company name', 'string', 'writable'],
  ['company', 'company_id', 'Company ID', 'string', 'writable'],
  ['company', 'plan.name', 'Plan', 'string', 'writable'],
  ['company', 'size', 'Company size', 'integer', 'writable'],
  ['company', 'website', 'Company website', 'string', 'writable'],
  ['company', 'industry', 'Company industry', 'string', 'writable'],
  ['company', 'monthly_spend', 'Monthly spend', 'float', 'writable'],
  ['company', 'session_count', 'Company web sessions', 'integer'],
  ['company', 'created_at', 'Company first seen', 'date'],
  ['company', 'remote_created_at', 'Company created at', 'date', 'writable'],
  ['company', 'last_request_at', 'Company last seen', 'date'],
];

const CUSTOM: readonly {
  readonly model: Model;
  readonly name: string;
  readonly kind: Kind;
  readonly description: string;
  readonly options?: readonly string[];
  readonly archived?: boolean;
}[] = [
  {
    model: 'contact',
    name: 'subscription_tier',
    kind: 'string',
    description: 'What the account pays for',
    options: ['Free', 'Pro', 'Team', 'Enterprise'],
  },
  { model: 'contact', name: 'monthly_invoices', kind: 'integer', description: 'Invoices sent in the last full month' },
  { model: 'contact', name: 'industry', kind: 'string', description: 'What the business does' },
  {
    model: 'contact',
    name: 'onboarding_complete',
    kind: 'boolean',
    description: 'Whether the calendar, a service and a bank account were set up',
  },
  { model: 'contact', name: 'trial_ends_at', kind: 'date', description: 'Last day of the trial' },
  { model: 'contact', name: 'fax_number', kind: 'string', description: 'No longer asked for', archived: true },
  {
    model: 'company',
    name: 'account_health',
    kind: 'string',
    description: 'How the success team sees the account',
    options: ['Green', 'Yellow', 'Red'],
  },
  { model: 'company', name: 'seats_used', kind: 'integer', description: 'Teammates with a calendar of their own' },
  { model: 'company', name: 'payment_volume', kind: 'float', description: 'Paid through invoices in the last month' },
  { model: 'company', name: 'renewal_date', kind: 'date', description: 'When the contract renews' },
];

/** What contacts and companies have: Intercom's own attributes and those of the workspace. */
export function seedDataAttributes(workspace: Workspace): void {
  const nextId = (): string => workspace.nextId('data_attribute', 101);
  const rest = { options: null, messenger_writable: false, archived: false, description: '', ui_writable: false };
  for (const [model, full_name, label, data_type, writable] of STANDARD) {
    const name = full_name.split('.').at(-1) ?? full_name;
    const own = { custom: false, admin_id: null, created_at: null, updated_at: null };
    const api_writable = writable !== undefined;
    dataAttributes(workspace).put({
      ...rest,
      ...own,
      id: nextId(),
      model,
      name,
      full_name,
      label,
      data_type,
      api_writable,
    });
  }
  CUSTOM.forEach(({ name, kind, options, ...custom }, index) => {
    const made = workspace.start - (700 - index * 31) * 86_400;
    dataAttributes(workspace).put({
      ...rest,
      ...custom,
      id: nextId(),
      name,
      full_name: `custom_attributes.${name}`,
      label: name,
      data_type: kind,
      options: options ? [...options] : null,
      api_writable: true,
      custom: true,
      admin_id: cast.admins.maya,
      created_at: made,
      updated_at: made,
    });
  });
}
