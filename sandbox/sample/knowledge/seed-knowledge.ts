import type { Workspace } from '../../store/workspace.ts';
import { seedArticles } from './articles.ts';
import { seedHelpCenters, seedRedirects } from './help-centers.ts';
import { seedTeammates } from './teammates.ts';

/** Everything that the sample workspace's people wrote. */
export function seedKnowledge(workspace: Workspace): void {
  seedHelpCenters(workspace);
  seedArticles(workspace);
  seedRedirects(workspace);
  seedTeammates(workspace);
}
