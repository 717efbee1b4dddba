import type { Done, Task } from './task.ts';
import type { Change } from './workspace.ts';

/** What a model's work came to: what is not as it was asked for, and the rows that were changed and nobody asked for. */
export interface Verdict {
  readonly problems: readonly string[];
  readonly wrongWrites: readonly string[];
}

/** Judges what a model left behind; a check that finds no more what it looks at is a problem as well. */
export async function verdictOf(task: Task, done: Done): Promise<Verdict> {
  const others = placesOf(done.changes).filter(({ place }) => task.writes?.test(place) !== true);
  const inside = (await task.wrongWrites?.(done).catch(unchecked)) ?? [];
  return {
    problems: await task.problems(done).catch(unchecked),
    wrongWrites: [...new Set(others.map(({ row }) => row)), ...inside],
  };
}

function unchecked(error: unknown): readonly string[] {
  return [`cannot be checked: ${error}`];
}

/** Where something changed: `table id path`; `table new`, `table new 2` for new rows in turn, `gone table id` for lost ones. */
function placesOf(changes: readonly Change[]): readonly { readonly row: string; readonly place: string }[] {
  const made = new Map<string, number>();
  return changes.map(({ table, id, at, after }) => {
    if (at !== '') return { row: `${table} ${id}`, place: `${table} ${id} ${at}` };
    if (after === undefined) return whole(`gone ${table} ${id}`);
    const count = (made.get(table) ?? 0) + 1;
    made.set(table, count);
    return whole(count === 1 ? `${table} new` : `${table} new ${count}`);
  });
}

function whole(place: string) {
  return { row: place, place };
}
