import type { Done, Task } from './task.ts';
import type { Change } from './workspace.ts';

/** What a model's work came to: what is not as it was asked for, and what was written that nobody asked for. */
export interface Verdict {
  readonly problems: readonly string[];
  readonly wrongWrites: readonly string[];
}

/** Judges what a model left behind. */
export async function verdictOf(task: Task, done: Done): Promise<Verdict> {
  const others = changedPlaces(done.changes).filter((place) => task.writes?.test(place) !== true);
  const rows = others.map((place) => place.split(' ', 2).join(' '));
  const inside = (await task.wrongWrites?.(done)) ?? [];
  return { problems: await task.problems(done), wrongWrites: [...new Set(rows), ...inside] };
}

/** What changed: `table id path`; `table new`, `table new 2` and so on for new rows, `table id gone` for lost ones. */
function changedPlaces(changes: readonly Change[]): readonly string[] {
  const made = new Map<string, number>();
  const places = changes.map(({ table, id, at, after }) => {
    if (at !== '') return `${table} ${id} ${at}`;
    if (after === undefined) return `${table} ${id} gone`;
    const count = (made.get(table) ?? 0) + 1;
    made.set(table, count);
    return count === 1 ? `${table} new` : `${table} new ${count}`;
  });
  return places;
}
