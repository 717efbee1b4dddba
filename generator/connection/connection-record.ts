import * as z from 'zod';
import type { Connection } from '../../runtime/profile/connection.ts';
import type { ConnectionOrigins } from './connection-origins.ts';

const texts = z.record(z.string(), z.string());

const recordSchema = z.object({
  addresses: texts,
  defaultRegion: z.string().optional(),
  variables: z
    .record(
      z.string(),
      z.object({
        default: z.string().optional(),
        enum: z.array(z.string()).optional(),
        environment: z.string().optional(),
      }),
    )
    .default({}),
  servers: z
    .record(z.string(), z.object({ addresses: texts.optional(), environment: z.string().optional() }))
    .default({}),
  environment: texts,
  schemes: z.record(
    z.string(),
    z.object({
      type: z.enum(['bearer', 'basic', 'apiKey', 'clientCredentials', 'unsent']),
      in: z.string().optional(),
      name: z.string().optional(),
      prefix: z.string().optional(),
      tokenUrl: z.string().optional(),
      environment: texts.default({}),
    }),
  ),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  pointers: texts,
});

/** A connection as what was generated keeps it, for the next description to be compared with. */
export type ConnectionRecord = z.infer<typeof recordSchema>;

/** A connection to keep. */
export function connectionRecord(
  { authentication, ...connection }: Connection,
  { pointers, unsent, needs }: ConnectionOrigins,
): Readonly<Record<string, unknown>> {
  const schemes = {
    ...(typeof authentication === 'object' && authentication.schemes),
    ...Object.fromEntries(unsent.map((name) => [name, { type: 'unsent' }])),
  };
  return { ...connection, schemes, security: needs.usual, pointers };
}

/** The connection that was kept; undefined where an earlier generator kept none, or it is damaged. */
export function readConnectionRecord(value: unknown): ConnectionRecord | undefined {
  return recordSchema.safeParse(value).data;
}
