import type { Json } from '../../contract/contract.ts';
import { logActivity } from '../../domain/settings/activity.ts';
import { type Admin, admins } from '../../model/people.ts';
import { createRandom, type Random } from '../../store/random.ts';
import type { Workspace } from '../../store/workspace.ts';

const COUNT = 40;
const SPAN = 28 * 86_400;

type ActivityKind = readonly [type: string, describe: (by: Admin, random: Random) => readonly [string, Json?]];

const KINDS: readonly ActivityKind[] = [
  ['admin_login_success', ({ name }) => [`${name} logged in`, { sign_in_method: 'email_password' }]],
  ['admin_login_success', ({ name }) => [`${name} logged in with Google`, { sign_in_method: 'google' }]],
  ['admin_logout', ({ name }) => [`${name} logged out`]],
  ['admin_login_failure', ({ name }) => [`${name} failed to log in`, { sign_in_method: 'email_password' }]],
  [
    'admin_away_mode_change',
    ({ id, name }, random) => {
      const isAway = random.chance(0.5);
      const more = { reassign_conversations: false, update_by: Number(id), update_by_name: name };
      return [`${name} switched away mode ${isAway ? 'on' : 'off'}`, { away_mode: isAway, ...more }];
    },
  ],
  [
    'macro_update',
    ({ name }, random) => [
      `${name} changed the macro "${random.pick(['Refund policy', 'Calendar sync', 'Trial end'])}"`,
    ],
  ],
  ['macro_creation', ({ name }) => [`${name} created the macro "Invoice resend"`]],
  ['office_hours_change', ({ name }) => [`${name} changed the office hours Weekdays`]],
  [
    'app_team_membership_modification',
    ({ name }) => [`${name} changed who is in the team Billing`, { team: { id: 7302, name: 'Billing' } }],
  ],
  [
    'team_assignment_limit_change',
    ({ name }) => [`${name} set the limit of the team Technical`, { team_assignment_limit: 15 }],
  ],
  ['bulk_export', ({ name }) => [`${name} exported contacts of the segment Trials`]],
  ['messenger_look_and_feel_change', ({ name }) => [`${name} changed the colours of the Messenger`]],
  ['admin_permission_change', ({ name }) => [`${name} gave Hanna Weiss access to reports`]],
];

/** Puts what admins did in the last four weeks into the audit log, oldest first. */
export function seedActivities(workspace: Workspace): void {
  const random = createRandom(workspace.seed + 7_101);
  const times = Array.from({ length: COUNT }, () => workspace.start - random.between(600, SPAN)).sort((a, b) => a - b);
  for (const [index, at] of times.entries()) {
    const admin = random.pick(admins(workspace).all());
    // Each kind stands in the log before any comes by chance.
    const [type, describe] = KINDS[index] ?? random.pick(KINDS);
    const [description, metadata] = describe(admin, random);
    logActivity(workspace, {
      type,
      description,
      ...(metadata !== undefined && { metadata }),
      admin,
      at,
      ip: `203.0.113.${random.between(10, 60)}`,
    });
  }
}
