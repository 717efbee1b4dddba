import * as z from 'zod';
import { defineTool, type Pagination, path, type Tool } from '../../runtime/tool/index.ts';

const id = z.union([z.string(), z.int()]);
const base = { title: '', description: '', tags: ['things'], destructive: false, response: 'json' } as const;

export const getInput = z.strictObject({
  thing_id: id,
  state: z.enum(['open', 'closed']).optional(),
  parts: z.array(z.string()).optional(),
  flag: z.boolean().nullish(),
});

export const getThing: Tool<z.input<typeof getInput>, { id: string }> = defineTool({
  ...base,
  name: 'get_thing',
  class: 'get',
  access: 'read',
  method: 'GET',
  input: () => getInput,
  alias: 'thing_id',
  request: ({ thing_id, ...query }) => ({ path: path`/things/${thing_id}`, query }),
});

export const replyInput = z.strictObject({ thing_id: id, admin_id: id, body: z.string().min(1).optional() });

export const replyToThing: Tool<z.input<typeof replyInput>, { ok: boolean }> = defineTool({
  ...base,
  name: 'reply_to_thing',
  class: 'action',
  access: 'write',
  method: 'POST',
  input: () => replyInput,
  request: ({ thing_id, ...body }) => ({ path: path`/things/${thing_id}/reply`, body }),
});

const detachInput = z.strictObject({ thing_id: id, tag_id: id, admin_id: id.optional() });

export const detachTag: Tool<z.input<typeof detachInput>, null> = defineTool({
  ...base,
  name: 'detach_tag',
  class: 'delete',
  access: 'write',
  destructive: true,
  method: 'DELETE',
  input: () => detachInput,
  response: 'none',
  request: ({ thing_id, tag_id, admin_id }) => ({
    path: path`/things/${thing_id}/tags/${tag_id}`,
    body: admin_id === undefined ? undefined : { admin_id },
  }),
});

const listInput = z.strictObject({
  limit: z.int().min(1).optional(),
  next_cursor: z.string().nullish(),
  filter: z.string().optional(),
});

/** A list tool that pages as told. */
export function listThings(pagination: Pagination, name = 'list_things'): Tool<z.input<typeof listInput>, ThingPage> {
  return defineTool({
    ...base,
    name,
    class: 'list',
    access: 'read',
    method: pagination.in?.startsWith('body') ? 'POST' : 'GET',
    input: () => listInput,
    pagination,
    request: ({ filter, ...rest }) => {
      if (Object.keys(rest).length > 0) throw new Error('paging fields must not arrive here');
      return pagination.in?.startsWith('body')
        ? { path: '/things/search', body: { query: filter ?? null } }
        : { path: '/things', query: { filter } };
    },
  });
}

export interface ThingPage {
  readonly result: readonly number[];
  readonly next_cursor: string | null;
  readonly [extra: string]: unknown;
}
