import type { Routes } from '../../http/call.ts';
import { page } from '../../paging/page.ts';
import { tableOf } from '../../store/workspace.ts';

/** Why an admin is away, such as at lunch. */
export interface AwayReason {
  readonly id: string;
  label: string;
  emoji: string;
  order: number;
  deleted: boolean;
  readonly created_at: number;
  updated_at: number;
}

/** The reasons that admins can choose from, and those that were deleted. */
export const awayReasons = tableOf<AwayReason>('away_status_reasons');

/** Answers the list of away reasons. */
export const awayReasonRoutes: Routes = {
  'GET /away_status_reasons': (call) =>
    page(call, awayReasons(call.workspace).all(), (row) => ({ type: 'away_status_reason', ...row })),
};
