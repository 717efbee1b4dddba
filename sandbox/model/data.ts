import { tableOf } from '../store/workspace.ts';

/** An attribute that contacts or companies have. Ids are decimal digits; times are unix seconds. */
export interface DataAttribute {
  readonly id: string;
  readonly model: 'contact' | 'company';
  readonly name: string;
  /** Dotted path in the contact or company, such as `custom_attributes.industry`. */
  readonly full_name: string;
  readonly label: string;
  description: string;
  readonly data_type: 'string' | 'integer' | 'float' | 'boolean' | 'date';
  /** Of a list; null for any other attribute. */
  options: string[] | null;
  readonly api_writable: boolean;
  readonly ui_writable: boolean;
  messenger_writable: boolean;
  readonly custom: boolean;
  archived: boolean;
  /** Of who made it; null for Intercom's own. */
  readonly admin_id: string | null;
  readonly created_at: number | null;
  updated_at: number | null;
}

/** The name of a subscription type in one language. */
export interface Translation {
  readonly name: string;
  readonly description: string;
  readonly locale: string;
}

/** A kind of message that contacts agree to or decline. */
export interface SubscriptionType {
  readonly id: string;
  readonly state: 'live' | 'draft' | 'archived';
  /** Which choice a contact has to make: the other one is taken for granted. */
  readonly consent_type: 'opt_in' | 'opt_out';
  readonly default_translation: Translation;
  readonly translations: readonly Translation[];
  readonly content_types: readonly ('email' | 'sms_message')[];
}

/** One choice of a list. */
export interface AttributeOption {
  /** A UUID. */
  readonly id: string;
  label: string;
  archived: boolean;
}

/** An attribute that conversations have. */
export interface ConversationAttribute {
  readonly id: string;
  name: string;
  description: string;
  readonly data_type: 'string' | 'integer' | 'list' | 'decimal' | 'boolean' | 'datetime' | 'relationship' | 'files';
  required: boolean;
  /** Empty for all teams. */
  visible_to_team_ids: string[];
  archived: boolean;
  readonly created_at: number;
  updated_at: number;
  readonly admin_id: string;
  /** Of a string. */
  multiline?: boolean;
  /** Of a list. */
  options?: AttributeOption[];
  /** Of a relationship: to how many things of which custom object type. */
  reference?: { readonly type: 'one' | 'many'; readonly object_type_id?: string };
}

/** Something that a contact did. */
export interface DataEvent {
  readonly id: string;
  readonly contact_id: string;
  readonly event_name: string;
  readonly created_at: number;
  readonly metadata: Readonly<Record<string, unknown>>;
}

/** How often a contact did something; its id is made of both. */
export interface EventSummary {
  readonly id: string;
  readonly contact_id: string;
  readonly name: string;
  count: number;
  first: number;
  last: number;
}

/** A kind of thing of the workspace's own; its id is its identifier, such as `Booking`. */
interface CustomObjectType {
  readonly id: string;
  readonly name: string;
}

/** One thing of such a kind. `contact_id` and `conversation_id` among its attributes tell what it belongs to. */
export interface CustomObjectInstance {
  readonly id: string;
  /** Identifier of its kind. */
  readonly type: string;
  custom_attributes: Record<string, unknown>;
  readonly external_id: string | null;
  external_created_at: number | null;
  external_updated_at: number | null;
  readonly created_at: number;
  updated_at: number;
}

export const dataAttributes = tableOf<DataAttribute>('data_attributes');
export const subscriptionTypes = tableOf<SubscriptionType>('subscription_types');
export const conversationAttributes = tableOf<ConversationAttribute>('conversation_attributes');
export const dataEvents = tableOf<DataEvent>('data_events');
export const eventSummaries = tableOf<EventSummary>('event_summaries');
export const customObjectTypes = tableOf<CustomObjectType>('custom_object_types');
export const customObjectInstances = tableOf<CustomObjectInstance>('custom_object_instances');
