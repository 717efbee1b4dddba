import { StatementSync } from 'node:sqlite';
import pg from 'pg';
import { vi } from 'vitest';

/** Statements that reached the database while `work` ran, each by its first words, in their order. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const seen: string[] = [];
  const { all, run } = StatementSync.prototype;
  const { query } = pg.Client.prototype;
  const spies = [
    vi.spyOn(StatementSync.prototype, 'all').mockImplementation(function (this: StatementSync, ...values) {
      seen.push(named(this.sourceSQL));
      return all.apply(this, values as Parameters<typeof all>);
    }),
    vi.spyOn(StatementSync.prototype, 'run').mockImplementation(function (this: StatementSync, ...values) {
      seen.push(named(this.sourceSQL));
      return run.apply(this, values as Parameters<typeof run>);
    }),
    vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (this: pg.Client, ...values: unknown[]) {
      // A pool asks with a text, as the store does; no other form is used.
      seen.push(named(String(values[0])));
      return Reflect.apply(query, this, values);
    } as typeof query),
  ];
  try {
    await work();
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  return seen;
}

/** What a statement does, and to which table. */
function named(sql: string): string {
  const text = sql.trim().replaceAll('"', '');
  const [verb = ''] = /^\w+/.exec(text) ?? [];
  const table = /^(?:select\b.*?\bfrom|insert into|update|delete from)\s+(\w+)/is.exec(text)?.[1];
  return table === undefined ? verb : `${verb} ${table}`;
}
