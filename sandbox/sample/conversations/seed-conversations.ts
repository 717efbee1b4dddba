import type { Workspace } from '../../store/workspace.ts';
import { cast } from '../cast.ts';
import { seedJonas } from './cast/seed-jonas.ts';
import { seedRefund } from './cast/seed-refund.ts';
import { seedUnanswered } from './cast/seed-unanswered.ts';
import { seedLong } from './long/seed-long.ts';
import { seedEveryday } from './seed-everyday.ts';

const USUAL = 120;
/** Those of the cast, which are there at any scale. */
const CAST = 11;

/** Conversations of the last 90 days, between the people that the workspace has. */
export function seedConversations(workspace: Workspace): void {
  workspace.reserve('conversations', Object.values(cast.conversations).flat());
  seedEveryday(workspace, Math.round(USUAL * workspace.scale) - CAST);
  seedLong(workspace);
  seedRefund(workspace);
  seedUnanswered(workspace);
  seedJonas(workspace);
}
