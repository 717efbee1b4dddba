import { tableOf } from '../store/workspace.ts';

/** Something that was said in a call. */
export interface Line {
  /** Seconds after the call was answered. */
  readonly at: number;
  readonly speaker: string;
  readonly text: string;
}

/** A phone call. Times are unix seconds. */
export interface PhoneCall {
  readonly id: string;
  readonly conversation_id: string | null;
  readonly admin_id: string | null;
  readonly contact_id: string | null;
  readonly state: string;
  readonly call_type: string;
  readonly direction: 'inbound' | 'outbound';
  readonly ended_reason: string | null;
  /** E.164. */
  readonly phone: string;
  readonly initiated_at: number;
  /** Null where nobody answered. */
  readonly answered_at: number | null;
  readonly ended_at: number;
  readonly created_at: number;
  readonly updated_at: number;
  readonly is_recorded: boolean;
  readonly transcript: readonly Line[];
}

/** A call of an outside phone system that was registered for Fin Voice. */
export interface FinVoiceCall {
  readonly id: string;
  readonly external_call_id: string;
  readonly user_phone_number: string;
  readonly source: string;
  readonly data: Record<string, unknown>;
  readonly status: string;
  readonly intercom_call_id: string | null;
  readonly intercom_conversation_id: string | null;
  readonly call_summary: string;
  readonly call_transcript: readonly Record<string, unknown>[];
  readonly intent: readonly Record<string, unknown>[];
  readonly created_at: number;
}

/** An SMS that took a caller to the Messenger. */
interface PhoneRedirect {
  readonly id: string;
  readonly phone: string;
  readonly contact_id: string;
  readonly created_at: number;
}

export const phoneCalls = tableOf<PhoneCall>('calls');
export const finVoiceCalls = tableOf<FinVoiceCall>('fin_voice_calls');
export const phoneRedirects = tableOf<PhoneRedirect>('phone_call_redirects');
