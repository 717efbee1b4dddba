import type { ToolSummary } from '../../../api/schema.d.ts';

/** Which tools a list shows. */
export const SHOWN = ['all', 'on', 'off'] as const;

export type Shown = (typeof SHOWN)[number];

/** The tools with all words of a text in their name, title, description or tags. */
export function findTools(tools: readonly ToolSummary[], text: string): readonly ToolSummary[] {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return tools;
  return tools.filter((tool) => {
    const read = wordsOf(tool);
    return words.every((word) => read.includes(word));
  });
}

function wordsOf({ name, title, description, tags, groups, class: kind }: ToolSummary): string {
  return [name, title, description, kind, ...tags, ...groups].join(' ').toLowerCase();
}
