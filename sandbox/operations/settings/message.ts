import { tableOf } from '../../store/workspace.ts';

/** A message that an admin sent to contacts of their own accord. */
export interface Message {
  readonly id: string;
  readonly message_type: 'in_app' | 'email' | 'whatsapp';
  readonly subject: string | null;
  readonly body: string;
  readonly template: string | null;
  /** Admin id. */
  readonly from_id: string;
  readonly contact_ids: string[];
  readonly cc_ids: string[];
  readonly bcc_ids: string[];
  /** Those that were opened at once. */
  readonly conversation_ids: string[];
  readonly created_at: number;
}

/** One WhatsApp message on its way. */
export interface WhatsAppMessage {
  /** WhatsApp's own id. */
  readonly id: string;
  /** The ruleset that sent it; for a message of the API, the id of that message. */
  readonly ruleset_id: string;
  readonly conversation_id: string;
  readonly template_name: string;
  readonly created_at: number;
  /** Set where it could not be delivered. */
  readonly error: { readonly message: string; readonly details: string } | null;
}

/** What was sent through the API. */
export const messages = tableOf<Message>('messages');

/** WhatsApp messages of all rulesets. */
export const whatsAppMessages = tableOf<WhatsAppMessage>('whatsapp_messages');
