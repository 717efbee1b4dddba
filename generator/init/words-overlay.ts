import type { PlannedTool } from '../plan/plan.ts';
import { operationTarget } from '../text/operation-target.ts';
import { STUB } from '../text/stub.ts';
import { overlayText } from './overlay-text.ts';

/**
 * An overlay with the words that models read of these tools today, to be made better: what has none has a stub, which counts
 * as none.
 */
export function wordsOverlay(tools: readonly PlannedTool[]): string {
  const actions = tools.map((tool) => ({
    target: operationTarget(tool.path, tool.method),
    update: {
      summary: tool.lacks.title ? STUB : tool.title,
      description: tool.lacks.description ? STUB : tool.description,
    },
  }));
  const comment = [
    'What models read of the operations that look most used: their words today, for you to make better.',
    `Where it says ${STUB} there are none. \`intercom-mcp words\` lists all that is missing, and checks these by the rules.`,
  ];
  return overlayText('Words', comment, actions);
}
