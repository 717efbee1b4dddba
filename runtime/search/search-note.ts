/** What was noticed of a search, line by line. */
export interface SearchNotes {
  readonly repairs?: readonly string[] | undefined;
  readonly hints?: readonly string[] | undefined;
}

/** What a model is told beside the results of a search: what was sent instead of what it wrote, and what to know of the results. */
export function searchNote({ repairs = [], hints = [] }: SearchNotes): string {
  const repaired = repairs.length === 0 ? [] : ['The query was repaired before it was sent:', ...repairs.map(item)];
  const known = hints.length === 0 ? [] : ['About these results:', ...hints.map(item)];
  return [...repaired, ...known].join('\n');
}

function item(line: string): string {
  return `- ${line}`;
}
