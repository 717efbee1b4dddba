import type { Workspace } from '../../store/workspace.ts';
import { seedArticles } from './seed-articles.ts';
import { seedHelpCenters, seedRedirects } from './seed-help-centers.ts';
import { seedTeammates } from './seed-teammates.ts';

/** Everything that the sample workspace's people wrote. */
export function seedKnowledge(workspace: Workspace): void {
  seedHelpCenters(workspace);
  seedArticles(workspace);
  seedRedirects(workspace);
  seedTeammates(workspace);
}
