import { z } from '@hono/zod-openapi';

/** Which part of a list, in a request. */
export const pageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(20).openapi({ description: 'How many at most.' }),
  next_cursor: z.string().max(1000).optional().openapi({ description: 'That of the page before, unchanged.' }),
});

/** A part of a list as it is answered. */
export function pageOf<Item extends z.ZodType>(item: Item, name: string) {
  return z
    .object({
      result: z.array(item),
      next_cursor: z.string().nullable().openapi({ description: 'Leads to the next page; null at the end.' }),
    })
    .openapi(name);
}
