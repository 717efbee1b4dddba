import { Workspace, type WorkspaceSettings } from '../store/workspace.ts';
import { seedConversations } from './conversations/index.ts';
import { seedData } from './data/index.ts';
import { seedPeopleData } from './data/people-data.ts';
import { seedKnowledge } from './knowledge/index.ts';
import { seedPeople } from './people/index.ts';
import { seedSettings } from './settings/index.ts';
import { seedTickets } from './tickets/index.ts';

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
    seedConversations,
    seedTickets,
  ])
    seed(workspace);
  return workspace;
}
