import type { Call, Routes } from '../../http/call.ts';
import { existing } from '../../http/fault.ts';
import { conversations } from '../../model/conversations.ts';
import { type Team, teams } from '../../model/people.ts';
import { page } from '../../paging/page.ts';

const IDLE = 1800;
const LONGEST_IDLE = 86_400;

/** Answers the operations of teams. */
export const teamRoutes: Routes = {
  'GET /teams': (call) => page(call, teams(call.workspace).all(), teamAnswer),
  'GET /teams/{team_id}': (call) => teamAnswer(named(call)),
  'GET /teams/{team_id}/metrics': (call) => {
    const rows = named(call).admin_ids.map((id) => ({ id: String(id) }));
    return page(call, rows, ({ id }) => metricOf(call, id), { type: 'team_metric.list' });
  },
};

function named({ workspace, params }: Call): Team {
  return existing(teams(workspace).get(params.team_id), 'Team', 'team_not_found');
}

function teamAnswer(team: Team): unknown {
  return {
    ...team,
    type: 'team',
    admin_priority_level: { primary_admin_ids: team.admin_ids, secondary_admin_ids: [] },
  };
}

function metricOf({ workspace, query, now }: Call, adminId: string): unknown {
  const idleAfter = Math.min(Math.max(Number(query.idle_threshold ?? IDLE), 1), LONGEST_IDLE);
  const own = conversations(workspace).filter((row) => String(row.admin_assignee_id) === adminId);
  const open = own.filter(({ state }) => state === 'open');
  return {
    type: 'team_metric',
    admin_id: adminId,
    open: open.length,
    idle: open.filter(({ updated_at }) => now - updated_at > idleAfter).length,
    snoozed: own.filter(({ state }) => state === 'snoozed').length,
  };
}
