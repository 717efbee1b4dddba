import { crud } from '../../generic/crud.ts';
import type { Routes } from '../../http/call.ts';
import { type EmailSetting, emailSettings } from '../../model/settings.ts';

/** Answers the operations of sender addresses. */
export const emailRoutes: Routes = crud<EmailSetting>({
  collection: '/emails',
  item: '/emails/{id}',
  what: 'Email setting',
  table: emailSettings,
  render: (row) => ({ type: 'email_setting', ...row }),
});
