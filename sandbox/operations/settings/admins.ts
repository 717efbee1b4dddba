import { tokenAdmin } from '../../domain/people/admin-of.ts';
import { recordActivity } from '../../domain/settings/activity.ts';
import type { Call, Routes } from '../../http/call.ts';
import { existing, Fault } from '../../http/fault.ts';
import { app } from '../../model/app.ts';
import { type Admin, admins } from '../../model/people.ts';
import { type AwayReason, awayReasons } from '../../model/settings.ts';
import { page } from '../../paging/page.ts';

const DAY = 86_400;

/** Answers the operations of admins. */
export const adminRoutes: Routes = {
  'GET /me': ({ workspace }) => {
    const admin = tokenAdmin(workspace);
    return {
      ...admin,
      type: 'admin',
      avatar: { type: 'avatar', image_url: admin.avatar },
      email_verified: true,
      app: {
        type: 'app',
        id_code: app.id,
        name: app.name,
        timezone: workspace.timezone,
        region: 'EU',
        created_at: workspace.start - 1200 * DAY,
        identity_verification: false,
      },
    };
  },
  'GET /admins': (call) =>
    page(call, admins(call.workspace).all(), (row) => ({
      ...adminAnswer(row),
      avatar: call.query.display_avatar === true ? row.avatar : null,
    })),
  'GET /admins/{admin_id}': ({ workspace, params }) =>
    adminAnswer(existing(admins(workspace).get(params.admin_id), 'Admin', 'admin_not_found')),
  'PUT /admins/{admin_id}/away': setAway,
};

function adminAnswer(admin: Admin): object {
  return {
    ...admin,
    type: 'admin',
    role: { type: 'role', ...admin.role },
    team_priority_level: { primary_team_ids: admin.team_ids, secondary_team_ids: [] },
  };
}

function setAway(call: Call): unknown {
  const { workspace, params, body } = call;
  const admin = existing(admins(workspace).get(params.admin_id), 'Admin for admin_id', 'admin_not_found');
  const isAway = body.away_mode_enabled === true;
  const reason = isAway && body.away_status_reason_id !== undefined ? reasonOf(call) : undefined;
  admin.away_mode_enabled = isAway;
  admin.away_mode_reassign = body.away_mode_reassign === true;
  admin.away_status_reason_id = reason === undefined ? null : Number(reason.id);
  const by = tokenAdmin(workspace);
  recordActivity(call, {
    type: 'admin_away_mode_change',
    description: `${by.name} switched away mode ${isAway ? 'on' : 'off'} for ${admin.name}`,
    metadata: {
      away_mode: isAway,
      away_status_reason: reason?.label ?? null,
      reassign_conversations: admin.away_mode_reassign,
      update_by: Number(by.id),
      update_by_name: by.name,
    },
  });
  return adminAnswer(admin);
}

function reasonOf({ workspace, body }: Call): AwayReason {
  const reason = awayReasons(workspace).get(body.away_status_reason_id);
  if (reason !== undefined && !reason.deleted) return reason;
  throw new Fault(400, `Away status reason ${reason === undefined ? 'does not exist' : 'is deleted'}`, {
    code: 'parameter_invalid',
    field: 'away_status_reason_id',
  });
}
