import { z } from '@hono/zod-openapi';

/** A name that people read. */
export const nameField = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .refine((text) => !/\p{Cc}/u.test(text), 'a text without control characters');

/** A text to look for; PostgreSQL takes none with a NUL. */
export const plainText = z
  .string()
  .min(1)
  .max(200)
  .refine((text) => !/\p{Cc}/u.test(text), 'a text without control characters');
/** Words to search a list by. */
export const searchField = z
  .string()
  .trim()
  .max(200)
  .refine((text) => !/\p{Cc}/u.test(text), 'a text without control characters')
  .optional();

/** A moment as the API answers it, from milliseconds since 1970. */
export function isoTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

/** {@link isoTime} of what may be missing. */
export function isoTimeOrNull(milliseconds: number | null): string | null {
  return milliseconds === null ? null : isoTime(milliseconds);
}

/** A moment in an answer: UTC, with milliseconds. */
export const timeField = z.iso.datetime().openapi({ example: '2026-11-25T12:00:00.000Z' });

/** By what a list of tools is known. */
export const catalogIdentity = z.object({
  version: z
    .string()
    .openapi({ description: 'The version of the API, and the beginning of the digest.', example: '2.16+0f1e2d3c4b5a' }),
  digest: z.string().openapi({
    description: 'Another one where models are told anything else of a tool: `sha256-` and 64 hexadecimal digits.',
  }),
});

/** Ids in a path; what has another form than an id is merely not found. */
export const accountParams = z.strictObject({
  id: z.string().openapi({ description: 'Id of the integrated account.' }),
});

/** Refuses a change that changes nothing. */
export function changesSomething(changes: object): boolean {
  return Object.keys(changes).length > 0;
}

/** What {@link changesSomething} asks for. */
export const NOTHING_TO_CHANGE = 'an object that names what to change';
