import type { CatalogEntry } from '../catalog/catalog.ts';
import type { ApiProfile } from '../profile/api-profile.ts';
import type { TaskExamples } from '../profile/task-examples.ts';

/** Examples of tasks: those of the profile, else what a read and a write of the served tools are called. */
export function taskExamples(
  { examples }: Pick<ApiProfile, 'examples'>,
  catalog: readonly CatalogEntry[],
): TaskExamples {
  if (examples !== undefined) return examples;
  const write = catalog.find(({ access, destructive }) => access === 'write' && !destructive);
  const read = catalog.find(({ access }) => access === 'read');
  const titles = [write, read, ...catalog].flatMap((entry) => (entry === undefined ? [] : [taskOf(entry)]));
  const tasks = [...new Set(titles)].slice(0, 2);
  return { tasks, program: tasks.toReversed().join(', ') };
}

/** A title as somebody would say it: short, and without what would end a quotation or a list. */
function taskOf({ title }: CatalogEntry): string {
  const words = title
    .replaceAll(/[",;]+/g, ' ')
    .trim()
    .split(/\s+/)
    .slice(0, MOST_WORDS);
  const text = words.join(' ');
  // An abbreviation at the beginning stays one.
  return /^[A-Z][a-z]/.test(text) ? `${text.charAt(0).toLowerCase()}${text.slice(1)}` : text;
}

const MOST_WORDS = 7;
