import { namedAdmin } from '../../../domain/people/admin-of.ts';
import { adminAuthor, operator } from '../../../domain/people/author-of.ts';
import { admins, teams } from '../../../model/people.ts';
import type { Random } from '../../../store/random.ts';
import type { Workspace } from '../../../store/workspace.ts';
import { cast } from '../../cast.ts';
import type { Scenario } from './scenario.ts';
import { happen, type Talk } from './talk.ts';

/** Ids of an admin who deals with such conversations, and of one who helps. */
export function crew(workspace: Workspace, random: Random, team: Scenario['team']): [admin: string, colleague: string] {
  const everybody = admins(workspace)
    .all()
    .map(({ id }) => id);
  const members = (teams(workspace).get(cast.teams[team])?.admin_ids ?? []).map(String);
  const admin = random.pick(members.length > 0 ? members : everybody);
  const others = everybody.filter((id) => id !== admin);
  return [admin, others.length > 0 ? random.pick(others) : admin];
}

/** A rule gives the conversation to a team, if the workspace has it. */
export function routeToTeam(talk: Talk, team: Scenario['team']): void {
  const id = cast.teams[team];
  if (teams(talk.workspace).has(id)) happen(talk, { type: 'assignment', author: operator, to: { type: 'team', id } });
}

/** An admin takes the conversation, or gets it from somebody. */
export function assignTo(talk: Talk, id: string, by = id): unknown {
  return happen(talk, {
    type: 'assignment',
    author: adminAuthor(namedAdmin(talk.workspace, by)),
    to: { type: 'admin', id },
  });
}
