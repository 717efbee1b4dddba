import type { PlannedTool } from '../plan/plan.ts';

/** How much of an API's use each kind of operation looks like. */
const BY_CLASS: Readonly<Record<PlannedTool['class'], number>> = {
  list: 6,
  get: 5,
  create: 5,
  update: 4,
  action: 3,
  delete: 1,
};

/** What a path says of work that few do: settings, tokens and the like. */
const SELDOM =
  /(?:^|[/_.-])(?:admin|oauth|tokens?|webhooks?|settings?|configs?|batch|bulk|internal|test|health|ping)(?:$|[/_.-])/i;

/**
 * The operations that look most used, the first one first: what reads and writes things that have many operations, at short
 * paths. It is a guess from the shape of the description alone; what it is for is where to begin with words.
 */
export function mostUsed(tools: readonly PlannedTool[], most: number): PlannedTool[] {
  const sizes = new Map<string, number>();
  for (const { path } of tools) sizes.set(stemOf(path), (sizes.get(stemOf(path)) ?? 0) + 1);
  const score = ({ class: kind, path, fields }: PlannedTool): number => {
    const segments = path.split('/').filter(Boolean);
    const needed = fields.filter(({ required, constant }) => required && constant === undefined).length;
    return (
      BY_CLASS[kind] +
      Math.min(3, Math.log2(sizes.get(stemOf(path)) ?? 1)) -
      Math.max(0, segments.length - 1) -
      Math.max(0, needed - 3) / 2 -
      (SELDOM.test(path) ? 5 : 0)
    );
  };
  return tools
    .map((tool) => ({ tool, score: score(tool) }))
    .sort((a, b) => b.score - a.score || (a.tool.names.tool < b.tool.names.tool ? -1 : 1))
    .slice(0, most)
    .map(({ tool }) => tool);
}

/** The thing that a path is about: its first part that is no version, prefix or parameter. */
function stemOf(path: string): string {
  const parts = path.split('/').filter((part) => part !== '' && !part.startsWith('{'));
  return parts.find((part) => !/^(?:v\d+(?:\.\d+)*|api|rest|public)$/i.test(part)) ?? '';
}
