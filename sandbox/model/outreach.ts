import { tableOf } from '../store/workspace.ts';
import type { Contact } from './people.ts';

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

/** A strip of text that contacts see in the product. */
export interface Banner {
  readonly id: string;
  title: string | null;
  /** HTML. */
  body: string;
  style: 'inline' | 'floating';
  position: 'top' | 'bottom';
  show_dismiss_button: boolean;
  action: { readonly type: 'url'; readonly label: string; readonly target: string } | null;
  /** Which contacts see it. */
  readonly audience: { readonly role: Contact['role'] | null; readonly attribute?: string; readonly value?: string };
  /** How often it was shown to anyone. */
  impressions: number;
  readonly created_at: number;
}

/** A banner as one contact sees it, from the first time on. */
export interface BannerView {
  /** The `view_id` of the API. */
  readonly id: string;
  readonly banner_id: string;
  readonly contact_id: string;
  impressions: number;
  readonly first_shown_at: number;
  last_shown_at: number;
  dismissed_at: number | null;
}

export const messages = tableOf<Message>('messages');
export const whatsAppMessages = tableOf<WhatsAppMessage>('whatsapp_messages');
export const banners = tableOf<Banner>('banners');
export const bannerViews = tableOf<BannerView>('banner_views');
