import { operations, successOf } from '../contract/contract.ts';
import { Answer, type Call, type Handler, type Routes } from '../http/call.ts';
import { existing } from '../http/fault.ts';
import { page } from '../paging/page.ts';
import type { Row, Table } from '../store/table.ts';
import type { Workspace } from '../store/workspace.ts';

/** A kind of thing that is listed, read, created, changed and deleted, and no more. */
export interface Crud<Kept extends Row> {
  /** Path of the list, such as `/audiences`. */
  readonly collection: string;
  /** Path of one thing, such as `/audiences/{id}`. */
  readonly item: string;
  /** The name of its id in that path; `id` unless said otherwise. */
  readonly param?: string;
  /** What it is called in errors, such as `Audience`. */
  readonly what: string;
  readonly table: (workspace: Workspace) => Table<Kept>;
  /** As the API answers it; the row itself unless said otherwise. */
  readonly render?: (row: Kept, call: Call) => unknown;
  /** Which rows a list holds, and in which order; all of them unless said otherwise. */
  readonly rows?: (call: Call) => readonly Kept[];
  /** A new row for a valid body; it is put into the table. */
  readonly create?: (call: Call) => Kept;
  /** Changes a row by a valid body. */
  readonly update?: (row: Kept, call: Call) => void;
  /** Throws a Fault where a row may not go. */
  readonly remove?: (row: Kept, call: Call) => void;
}

/** Handlers of the operations that the contract has for such a kind of thing. */
export function crud<Kept extends Row>(kind: Crud<Kept>): Routes {
  const { collection, item, param = 'id', what, table, render = (row) => row, create, update, remove } = kind;
  const { rows = ({ workspace }) => table(workspace).all() } = kind;
  const named = ({ workspace, params }: Call): Kept => existing(table(workspace).get(params[param]), what);
  const change = (call: Call): unknown => {
    const row = named(call);
    update?.(row, call);
    return render(row, call);
  };
  const handlers: Record<string, Handler> = {
    [`GET ${collection}`]: (call) => page(call, rows(call), (row) => render(row, call)),
    [`GET ${item}`]: (call) => render(named(call), call),
    ...(create && { [`POST ${collection}`]: (call) => render(table(call.workspace).put(create(call)), call) }),
    ...(update && { [`PUT ${item}`]: change, [`PATCH ${item}`]: change }),
    [`DELETE ${item}`]: (call) => {
      const row = named(call);
      remove?.(row, call);
      table(call.workspace).remove(row.id);
      return deleted(call, row.id);
    },
  };
  return Object.fromEntries(Object.entries(handlers).filter(([key]) => operations.has(key)));
}

/** What a deletion answers: nothing with status 204, else what was deleted, under the names that Intercom's answers have. */
export function deleted(call: Call, id: string): unknown {
  return successOf(call.operation) === 204 ? new Answer(undefined) : { ...typed(call), id, deleted: true };
}

function typed({ operation }: Call): { object?: string } {
  const last = operation.path.split('/').findLast((part) => part !== '' && !part.startsWith('{'));
  return last === undefined ? {} : { object: last.replace(/ies$/, 'y').replace(/s$/, '') };
}
