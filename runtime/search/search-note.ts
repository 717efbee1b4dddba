/** What was noticed while arguments were read, line by line. */
export interface SearchNotes {
  readonly repairs?: readonly string[] | undefined;
  readonly hints?: readonly string[] | undefined;
}

/** What a model is told beside an answer: what was sent instead of what it wrote, and what to know of the results. */
export function searchNote({ repairs = [], hints = [] }: SearchNotes): string {
  const repaired = repairs.length === 0 ? [] : ['Changed before it was sent:', ...repairs.map(item)];
  const known = hints.length === 0 ? [] : ['About these results:', ...hints.map(item)];
  return [...repaired, ...known].join('\n');
}

function item(line: string): string {
  return `- ${line}`;
}
