import { crud } from '../../generic/crud.ts';
import type { Routes } from '../../http/call.ts';
import { tableOf } from '../../store/workspace.ts';

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

/** The sender addresses of the workspace. */
export const emailSettings = tableOf<EmailSetting>('email_settings');

/** Answers the operations of sender addresses. */
export const emailRoutes: Routes = crud<EmailSetting>({
  collection: '/emails',
  item: '/emails/{id}',
  what: 'Email setting',
  table: emailSettings,
  render: (row) => ({ type: 'email_setting', ...row }),
});
