import type { z } from '@hono/zod-openapi';
import { problemSchema } from '../../http/problem-schema.ts';

/** A JSON answer, or part of a request, in the OpenAPI document. */
export function json<Schema extends z.ZodType>(schema: Schema, description: string) {
  return { description, content: { 'application/json': { schema } } };
}

/** A JSON body that has to be sent. */
export function jsonBody<Schema extends z.ZodType>(schema: Schema) {
  return { required: true, content: { 'application/json': { schema } } };
}

const REFUSALS = {
  400: 'The input does not fit; `field` says where.',
  401: 'The admin key is missing or wrong, or the session has ended.',
  403: 'The role of this admin key does not go so far, or another page sent this with a cookie.',
  404: 'There is no such thing.',
  409: 'It is there already, or the last of its kind.',
  413: 'The body is larger than 64 KiB.',
  415: 'The body is no JSON.',
  429: 'Too many requests, wrong admin keys or failed sign-ins, of one network address.',
  500: 'The gateway failed; its log says why.',
  502: 'The API could not be asked.',
  503: 'The store is away. Where a change may have been made all the same, `help` says so.',
} as const;

/**
 * Error answers of a route in the OpenAPI document, 429, 500 and 503 always among them. Handlers throw them, so their types do
 * not know of them.
 */
export function refusals(...said: readonly Exclude<keyof typeof REFUSALS, 403 | 429 | 500 | 503>[]): object {
  // Whoever needs a key needs its role.
  const statuses = said.includes(401) ? [...said, 403 as const] : said;
  const own = Object.fromEntries(statuses.map((status) => [status, json(problemSchema, REFUSALS[status])]));
  const later = (status: 429 | 503) => ({ ...json(problemSchema, REFUSALS[status]), headers: RETRY_AFTER });
  return { ...own, ...failures(), 429: later(429), 503: later(503) };
}

/** Error answers of a route that does not ask the store. */
export function failures(): object {
  return { 500: json(problemSchema, REFUSALS[500]) };
}

const RETRY_AFTER = {
  'Retry-After': { description: 'Seconds after which to try again.', schema: { type: 'integer' } },
} as const;

/** What a request with a body can be refused with. */
export const BODY_REFUSALS = [400, 401, 413, 415] as const;

/** How the OpenAPI document says that a route needs an admin key, or the session of a browser. */
export const ADMIN_ONLY = [{ AdminKey: [] }, { Session: [] }];

/** How the OpenAPI document says that a route is about the session of a browser. */
export const SESSION_ONLY = [{ Session: [] }];

/** How the OpenAPI document says that a route is open to everyone. */
export const OPEN: Record<string, string[]>[] = [];
