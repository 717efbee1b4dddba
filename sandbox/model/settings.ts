import { tableOf } from '../store/workspace.ts';

/** Something that an admin did, as the audit log keeps it, oldest first. Times are unix seconds. */
export interface Activity {
  readonly id: string;
  readonly created_at: number;
  readonly performed_by: { readonly type: 'admin'; readonly id: string; readonly email: string; readonly ip: string };
  /** One of Intercom's kinds of event, such as `admin_away_mode_change`. */
  readonly activity_type: string;
  readonly activity_description: string;
  readonly metadata: Record<string, unknown> | null;
}

/** A rule on an attribute. */
export interface Predicate {
  readonly attribute?: string;
  readonly type?: string;
  readonly comparison?: string;
  readonly value?: string;
}

/** A group of contacts that Fin can be aimed at. */
export interface Audience {
  readonly id: string;
  name: string;
  predicates: Predicate[];
  role_predicates: Predicate[];
  readonly created_at: number;
  updated_at: number;
}

/** Why an admin is away, such as at lunch; those that were deleted stay. */
export interface AwayReason {
  readonly id: string;
  label: string;
  emoji: string;
  order: number;
  deleted: boolean;
  readonly created_at: number;
  updated_at: number;
}

/** A name under which the workspace speaks to its customers; the default one comes first. */
export interface Brand {
  readonly id: string;
  name: string;
  is_default: boolean;
  help_center_id: string;
  default_address_settings_id: string;
  readonly created_at: number;
  updated_at: number;
}

/** An address from which the workspace sends e-mail. */
export interface EmailSetting {
  readonly id: string;
  email: string;
  domain: string;
  brand_id: string;
  verified: boolean;
  forwarding_enabled: boolean;
  forwarded_email_last_received_at: number | null;
  readonly created_at: number;
  updated_at: number;
}

/** From where the workspace may be used. There is one such row. */
export interface IpAllowlist {
  readonly id: string;
  enabled: boolean;
  /** Addresses and ranges such as 203.0.113.0/24. */
  ip_allowlist: string[];
}

export const activities = tableOf<Activity>('activities');
export const audiences = tableOf<Audience>('audiences');
export const awayReasons = tableOf<AwayReason>('away_status_reasons');
export const brands = tableOf<Brand>('brands');
export const emailSettings = tableOf<EmailSetting>('email_settings');
export const ipAllowlists = tableOf<IpAllowlist>('ip_allowlist');
