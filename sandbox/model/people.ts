import { tableOf } from '../store/workspace.ts';

/** A tag on something, and who put it there. */
export interface Tagging {
  /** Of the tag. */
  readonly id: string;
  /** Unix seconds. */
  readonly applied_at: number;
  /** Admin id. */
  readonly applied_by: string;
}

/** A teammate of the support team. Ids are decimal digits. */
export interface Admin {
  readonly id: string;
  name: string;
  email: string;
  job_title: string;
  away_mode_enabled: boolean;
  away_mode_reassign: boolean;
  away_status_reason_id: number | null;
  has_inbox_seat: boolean;
  team_ids: number[];
  avatar: string | null;
  role: { readonly id: string; readonly name: string };
}

/** A group of admins that conversations and tickets are assigned to. */
export interface Team {
  readonly id: string;
  name: string;
  admin_ids: number[];
  distribution_method: string;
  assignment_limit: number | null;
}

/** A label for contacts, companies, conversations, tickets and content. */
export interface Tag {
  readonly id: string;
  name: string;
}

/** A contact's answer to a subscription type. */
export interface Consent {
  /** Of the subscription type. */
  readonly id: string;
  readonly consent_type: 'opt_in' | 'opt_out';
}

/** The app on a phone that a contact last used. */
export interface MobileApp {
  readonly app_name: string;
  readonly app_version: string;
  readonly device: string;
  readonly os_version: string;
  readonly sdk_version: string;
  readonly last_seen_at: number;
}

/** A user or a lead. Ids are 24 hexadecimal digits; times are unix seconds. */
export interface Contact {
  readonly id: string;
  role: 'user' | 'lead';
  external_id: string | null;
  email: string | null;
  phone: string | null;
  name: string | null;
  avatar: string | null;
  /** Admin id. */
  owner_id: string | null;
  location: { country: string | null; region: string | null; city: string | null };
  language_override: string | null;
  browser: string | null;
  browser_version: string | null;
  browser_language: string | null;
  os: string | null;
  ios?: MobileApp | null;
  android?: MobileApp | null;
  readonly created_at: number;
  updated_at: number;
  signed_up_at: number | null;
  last_seen_at: number | null;
  last_replied_at: number | null;
  last_contacted_at: number | null;
  last_email_opened_at: number | null;
  last_email_clicked_at: number | null;
  has_hard_bounced: boolean;
  marked_email_as_spam: boolean;
  unsubscribed_from_emails: boolean;
  custom_attributes: Record<string, unknown>;
  social_profiles: { readonly type: 'social_profile'; readonly name: string; readonly url: string }[];
  tags: Tagging[];
  company_ids: string[];
  consents: Consent[];
  archived: boolean;
  blocked: boolean;
  /** The contact that this one was merged into: its own address answers 410 from then on. */
  merged_into: string | null;
  /** Contacts that were merged into this one, oldest first. */
  merge_history: {
    readonly id: string;
    readonly merged_at: number;
    readonly email: string | null;
    readonly external_id: string | null;
    readonly role: string;
  }[];
}

/** A company. `id` is Intercom's own, `company_id` the customer's. */
export interface Company {
  readonly id: string;
  readonly company_id: string;
  name: string;
  plan: { readonly id: string; readonly name: string } | null;
  size: number | null;
  website: string | null;
  industry: string | null;
  monthly_spend: number;
  session_count: number;
  readonly created_at: number;
  updated_at: number;
  last_request_at: number | null;
  remote_created_at: number | null;
  custom_attributes: Record<string, unknown>;
  tags: Tagging[];
}

/** A teammate's note on a contact or a company. */
export interface Note {
  readonly id: string;
  readonly created_at: number;
  readonly contact_id: string | null;
  readonly company_id: string | null;
  /** Admin id. */
  readonly author_id: string;
  readonly body: string;
}

/** Someone on the website who is no contact yet. */
export interface Visitor {
  readonly id: string;
  readonly user_id: string;
  name: string | null;
  readonly pseudonym: string;
  email: string;
  readonly created_at: number;
  updated_at: number;
  last_request_at: number;
  readonly session_count: number;
  readonly location: { readonly country: string; readonly region: string; readonly city: string };
  readonly referrer: string | null;
  readonly utm_campaign: string | null;
  readonly utm_source: string | null;
  readonly utm_medium: string | null;
  custom_attributes: Record<string, unknown>;
}

/** A saved group of people or companies, whose members the sandbox works out from `rule`. */
export interface Segment {
  readonly id: string;
  name: string;
  readonly person_type: 'contact' | 'user' | 'company';
  readonly created_at: number;
  updated_at: number;
  /** Names one of the rules that the sandbox knows, such as `active` or `new`. */
  readonly rule: string;
}

export const admins = tableOf<Admin>('admins');
export const teams = tableOf<Team>('teams');
export const tags = tableOf<Tag>('tags');
export const contacts = tableOf<Contact>('contacts');
export const companies = tableOf<Company>('companies');
export const notes = tableOf<Note>('notes');
export const visitors = tableOf<Visitor>('visitors');
export const segments = tableOf<Segment>('segments');
