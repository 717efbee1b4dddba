import { z } from '@hono/zod-openapi';

/** The schema of an error answer, for the OpenAPI document. */
export const problemSchema = z
  .object({
    error: z.object({ code: z.string(), message: z.string(), field: z.string().optional(), help: z.string() }),
  })
  .openapi('Error');
