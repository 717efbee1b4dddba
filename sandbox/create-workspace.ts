import { seedAiContent } from './sample/ai-content/seed-ai-content.ts';
import { seedCalls } from './sample/calls/seed-calls.ts';
import { seedConversations } from './sample/conversations/seed-conversations.ts';
import { seedData } from './sample/data/seed-data.ts';
import { seedPeopleData } from './sample/data/seed-people-data.ts';
import { seedExports } from './sample/exports/seed-exports.ts';
import { seedKnowledge } from './sample/knowledge/seed-knowledge.ts';
import { seedNews } from './sample/news/seed-news.ts';
import { seedPeople } from './sample/people/seed-people.ts';
import { seedSettings } from './sample/settings/seed-settings.ts';
import { seedTickets } from './sample/tickets/seed-tickets.ts';
import { Workspace, type WorkspaceSettings } from './store/workspace.ts';

/** A workspace with its sample data; the same settings give the same one. */
export function createWorkspace(settings: WorkspaceSettings): Workspace {
  const workspace = new Workspace(settings);
  // Each refers to what stands before it.
  for (const seed of [
    seedSettings,
    seedData,
    seedPeople,
    seedPeopleData,
    seedKnowledge,
    seedNews,
    seedAiContent,
    seedConversations,
    seedTickets,
    seedCalls,
    seedExports,
  ])
    seed(workspace);
  return workspace;
}
