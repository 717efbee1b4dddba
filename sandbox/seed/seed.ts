import { seedConversations } from '../conversations/seed.ts';
import { seedData } from '../data/seed.ts';
import { seedPeopleData } from '../data/seed-people-data.ts';
import { seedKnowledge } from '../knowledge/seed.ts';
import { seedPeople } from '../people/seed.ts';
import { seedSettings } from '../settings/seed.ts';
import { Workspace, type WorkspaceSettings } from '../store/workspace.ts';
import { seedTickets } from '../tickets/seed.ts';

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
