import type { Json } from '../../contract/contract.ts';
import type { Conversation } from '../../model/conversations.ts';
import { teams } from '../../model/people.ts';
import type { Workspace } from '../../store/workspace.ts';
import { statisticsOf } from './statistics.ts';

/** A conversation's statistics as the API answers them. */
export function renderStatistics(workspace: Workspace, conversation: Conversation): Json {
  const { team_replies, ...statistics } = statisticsOf(conversation);
  const responses = team_replies.map(({ team_id, response_time }) => ({
    team_id,
    team_name: teams(workspace).get(team_id)?.name ?? '',
    response_time,
  }));
  return {
    type: 'conversation_statistics',
    ...statistics,
    assigned_team_first_response_time: responses,
    assigned_team_first_response_time_in_office_hours: responses,
    adjusted_handling_time: statistics.handling_time ?? null,
  };
}
