import { Fault } from '../../fault.ts';
import { assign } from '../../generic/assign.ts';
import { crud } from '../../generic/crud.ts';
import type { Call, Routes } from '../../http/call.ts';
import { tableOf } from '../../store/workspace.ts';

/** A rule on an attribute. */
export interface Predicate {
  readonly attribute?: string;
  readonly type?: string;
  readonly comparison?: string;
  readonly value?: string;
}

/** A group of contacts that Fin can be aimed at. */
export interface Audience {
  readonly id: string;
  name: string;
  predicates: Predicate[];
  role_predicates: Predicate[];
  readonly created_at: number;
  updated_at: number;
}

/** The audiences of the workspace. */
export const audiences = tableOf<Audience>('audiences');

/** Answers the operations of audiences. */
export const audienceRoutes: Routes = crud<Audience>({
  collection: '/audiences',
  item: '/audiences/{id}',
  what: 'Audience',
  table: audiences,
  render: (row) => ({ type: 'audience', ...row }),
  create: (call) => {
    checkName(call, 'Name is required');
    const row: Audience = {
      id: call.workspace.nextId('audiences', 3101),
      name: '',
      predicates: [],
      role_predicates: [],
      created_at: call.now,
      updated_at: call.now,
    };
    assign(row, call.body, ['name', 'predicates', 'role_predicates']);
    return row;
  },
  update: (row, call) => {
    checkName(call, 'Name must not be blank');
    assign(row, call.body, ['name', 'predicates', 'role_predicates']);
    row.updated_at = call.now;
  },
});

function checkName({ body }: Call, message: string): void {
  if (typeof body.name === 'string' && body.name.trim() === '')
    throw new Fault(422, message, { code: 'validation_error', field: 'name' });
}
