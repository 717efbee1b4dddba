import { assign } from '../../generic/assign.ts';
import { crud } from '../../generic/crud.ts';
import type { Call, Routes } from '../../http/call.ts';
import { Fault } from '../../http/fault.ts';
import { type Audience, audiences } from '../../model/settings.ts';

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
