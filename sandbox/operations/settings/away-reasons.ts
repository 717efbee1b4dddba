import type { Routes } from '../../http/call.ts';
import { awayReasons } from '../../model/settings.ts';
import { page } from '../../paging/page.ts';

/** Answers the list of away reasons. */
export const awayReasonRoutes: Routes = {
  'GET /away_status_reasons': (call) =>
    page(call, awayReasons(call.workspace).all(), (row) => ({ type: 'away_status_reason', ...row })),
};
