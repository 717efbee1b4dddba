import * as z from 'zod';
import type {
  HttpMethod,
  MethodClass,
  Pagination,
  PagingPlace,
  ResponseKind,
  TextKind,
} from '../../runtime/tool/tool.ts';
import { isReservedWord } from '../text/words.ts';

type Closed<Kind extends string> = { readonly [Each in Kind]: Each };

/** The pagination styles that the runtime knows. */
const paginationStyles = {
  cursor: 'cursor',
  page: 'page',
  offset: 'offset',
  'last-id': 'last-id',
  scroll: 'scroll',
  link: 'link',
  url: 'url',
  none: 'none',
} as const satisfies Closed<Pagination['style']>;

const methodClasses = {
  list: 'list',
  get: 'get',
  create: 'create',
  update: 'update',
  delete: 'delete',
  action: 'action',
} as const satisfies Closed<MethodClass>;

const responseKinds = {
  json: 'json',
  text: 'text',
  binary: 'binary',
  none: 'none',
  redirect: 'redirect',
  headers: 'headers',
} as const satisfies Closed<ResponseKind>;

/** HTTP methods that become tools. */
export const httpMethods = {
  GET: 'GET',
  HEAD: 'HEAD',
  QUERY: 'QUERY',
  POST: 'POST',
  PUT: 'PUT',
  PATCH: 'PATCH',
  DELETE: 'DELETE',
} as const satisfies Closed<HttpMethod>;

/** The query, the body, or an object in the body by its dotted place. */
const pagingPlace = z.custom<PagingPlace>(
  (value) => typeof value === 'string' && /^(?:query|body(?:\.[^.]+)*)$/.test(value),
  'is none of query, body, or body and a dotted place in it',
);

const textKinds = {
  message: 'message',
  document: 'document',
  plain: 'plain',
  markdown: 'markdown',
} as const satisfies Closed<TextKind>;

const text = z.string().min(1);
const scalar = z.union([z.string(), z.number(), z.boolean()]);

/** What of an operation's paging its description does not declare, and how it is known all the same. */
const undeclared = z.strictObject({
  items: text.exactOptional(),
  next: text.exactOptional(),
  param: text.exactOptional(),
  size: text.exactOptional(),
  more: text.exactOptional(),
  total: text.exactOptional(),
  pages: text.exactOptional(),
  id: text.exactOptional(),
});

/** Kinds of things that ids are of; none says that an argument of such a name means something else. */
const named = z.record(z.string(), z.array(text));

const pagination = z.strictObject({
  style: z.enum(paginationStyles),
  items: z.string(),
  in: pagingPlace.exactOptional(),
  param: text.exactOptional(),
  size: text.exactOptional(),
  sized: z.literal(false).exactOptional(),
  first: z.int().nonnegative().exactOptional(),
  next: text.exactOptional(),
  more: text.exactOptional(),
  total: text.exactOptional(),
  pages: text.exactOptional(),
  id: text.exactOptional(),
  untilEmpty: z.literal(true).exactOptional(),
  max: z.int().positive().exactOptional(),
  usual: z.int().positive().exactOptional(),
  undeclared: undeclared.exactOptional(),
});

const textRule = z.union([
  z.enum(textKinds),
  z.strictObject({ by: text, kinds: z.record(z.string(), z.enum(textKinds)) }),
  z.strictObject({ kind: z.enum(textKinds), as: text }),
]);

const toolNameSchema = z.string().regex(/^[a-z0-9_]{1,64}$/);

const exportSchema = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*$/)
  .refine((name) => !isReservedWord(name), 'is a word of the language or of the module itself');

const alias = z.strictObject({ name: toolNameSchema, until: z.iso.date(), export: exportSchema.exactOptional() });

/** The schema of `x-mcp` of an operation; docs/overlays.md has a line for each key. */
export const toolFactsSchema = z.strictObject({
  name: toolNameSchema.exactOptional(),
  export: exportSchema.exactOptional(),
  aliases: z.array(alias).exactOptional(),
  class: z.enum(methodClasses).exactOptional(),
  access: z.enum(['read', 'write']).exactOptional(),
  destructive: z.boolean().exactOptional(),
  idempotent: z.boolean().exactOptional(),
  pagination: pagination.exactOptional(),
  /** That the operation does not page, whatever its parameters look like. */
  paged: z.literal(false).exactOptional(),
  parts: text.exactOptional(),
  texts: z.record(text, textRule).exactOptional(),
  response: z.enum(responseKinds).exactOptional(),
  constants: z.record(z.string(), scalar).exactOptional(),
  nulls: z.record(z.string(), z.union([z.string(), z.number()])).exactOptional(),
  hide: z.array(text).exactOptional(),
  rename: z.record(z.string(), text).exactOptional(),
  fields: z.record(z.string(), z.string()).exactOptional(),
  names: named.exactOptional(),
});

/** The schema of `x-mcp` of the document. */
export const apiFactsSchema = z.strictObject({
  groups: z.record(z.string().regex(/^[a-z0-9_]+$/), z.array(text)).exactOptional(),
  fields: z.record(z.string(), z.string()).exactOptional(),
  names: named.exactOptional(),
  /** That operations page as the facts say, and no others: nothing is told by the looks of their parameters. */
  paging: z.literal('declared').exactOptional(),
  /** Names of environment variables in place of derived ones, by those. */
  environment: z.record(z.string(), z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/)).exactOptional(),
  /** Bodies are needed, though the description leaves `required` out of them, which says that they are not. */
  bodies: z.literal('required').exactOptional(),
  /** Null means something on updates alone, and only as an argument; elsewhere it is an argument that was left out. */
  nulls: z.literal('updates').exactOptional(),
  /** Properties of answers that say nothing to a program; `ios_*` is all that begin so. */
  noise: z.array(text).exactOptional(),
  /** Properties of answers that programs can do without, where a type would be too long: the first goes first. */
  rare: z.array(text).exactOptional(),
});

/** What is known of an operation beside its description. */
export type ToolFacts = z.infer<typeof toolFactsSchema>;

/** What is known of an API beside its description. */
export type ApiFacts = z.infer<typeof apiFactsSchema>;

/** How an operation pages, and what of it is not declared. */
export type PagingFacts = z.infer<typeof pagination>;
