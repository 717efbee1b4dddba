import { type Admin, admins, teams } from '../../model/people.ts';
import type { Workspace } from '../../store/workspace.ts';
import { cast } from '../cast.ts';

const { frontline, billing, technical, success } = cast.teams;
const { maya, tomas, ingrid, daniel, priya, luca } = cast.admins;

// Maya first: the token is hers.
const STAFF: readonly (readonly [id: string, name: string, job: string, teams: readonly string[]])[] = [
  [maya, 'Maya Okafor', 'Head of Support', [frontline, success]],
  [tomas, 'Tomás Reyes', 'Support Specialist', [frontline]],
  [ingrid, 'Ingrid Sørensen', 'Billing Specialist', [billing]],
  [daniel, 'Daniel Cho', 'Support Engineer', [technical]],
  [priya, 'Priya Nair', 'Customer Success Manager', [success, billing]],
  [luca, 'Luca Moretti', 'Support Specialist', [frontline, technical]],
  ['149308', 'Hanna Weiss', 'Support Operations', [technical]],
  ['149309', 'Owen Gallagher', 'Product Manager', []],
];

/** Puts the admins and their teams into a workspace. */
export function seedStaff(workspace: Workspace): void {
  for (const [id, name, job_title, team_ids] of STAFF) {
    const first =
      name
        .split(' ')[0]
        ?.normalize('NFD')
        .replace(/\P{ASCII}/gu, '')
        .toLowerCase() ?? '';
    admins(workspace).put({
      id,
      name,
      email: `${first}@fernhill.example`,
      job_title,
      away_mode_enabled: id === luca,
      away_mode_reassign: id === luca,
      away_status_reason_id: id === luca ? 2304 : null,
      has_inbox_seat: team_ids.length > 0,
      team_ids: team_ids.map(Number),
      avatar: `https://static.fernhill.example/avatars/${first}.png`,
      role: roleOf(id),
    });
  }
  const members = (team: string): number[] =>
    STAFF.filter(([, , , own]) => own.includes(team)).map(([id]) => Number(id));
  const kept: readonly (readonly [string, string, string, number | null])[] = [
    [frontline, 'Frontline', 'round_robin', null],
    [billing, 'Billing', 'load_balanced', 20],
    [technical, 'Technical', 'load_balanced', 15],
    [success, 'Customer Success', 'manual', null],
  ];
  for (const [id, name, distribution_method, assignment_limit] of kept)
    teams(workspace).put({ id, name, admin_ids: members(id), distribution_method, assignment_limit });
}

function roleOf(id: string): Admin['role'] {
  if (id === maya) return { id: '101', name: 'Administrator' };
  return id === '149309' ? { id: '103', name: 'Viewer' } : { id: '102', name: 'Agent' };
}
