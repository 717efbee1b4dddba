import { segments } from '../../model/people.ts';
import type { Workspace } from '../../store/workspace.ts';

/** What rules of segments rest on without naming it; a rule such as `tag:8001` names what it rests on. */
const RESTS_ON: Readonly<Record<string, string>> = { enterprise: 'attribute:subscription_tier' };

/** Names of the segments whose rule rests on something, such as `tag:8001` or `attribute:industry`. */
export function segmentsOf(workspace: Workspace, depended: string): string[] {
  return segments(workspace)
    .filter(({ rule }) => rule === depended || RESTS_ON[rule] === depended)
    .map(({ name }) => name);
}
