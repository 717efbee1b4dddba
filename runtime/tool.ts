import type * as z from 'zod';

/** What a tool does to the workspace: `list` and `get` change nothing, `action` is every write that is none of the others. */
export type MethodClass = 'list' | 'get' | 'create' | 'update' | 'delete' | 'action';

/** HTTP methods that a tool may use. */
export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One query value: a list becomes repeated keys; use {@link csv} for one comma-separated value. */
export type QueryValue = string | number | boolean | null | undefined | readonly (string | number | boolean)[];

/** What a tool asks of the HTTP client. `path` is already percent-encoded; `body` is sent as JSON. */
export interface ToolRequest {
  readonly path: string;
  readonly query?: Readonly<Record<string, QueryValue>>;
  readonly body?: unknown;
}

/**
 * How an operation pages underneath `limit` and `next_cursor`.
 *
 * - `cursor`: sends `starting_after`; the next value stands at `next`.
 * - `page`: sends a page number; the next page is told by a URL, an object or `page < total_pages`.
 * - `scroll`: sends the `scroll_param` of the last answer; an empty page is the end.
 * - `url`: the answer holds the whole address of the next page.
 * - `none`: the operation answers everything at once; the client cuts pages out of it.
 */
export interface Pagination {
  readonly style: 'cursor' | 'page' | 'scroll' | 'url' | 'none';
  /** Dotted place of the items in the answer; empty where the answer itself is the list. */
  readonly items: string;
  /** Where the paging parameters go; `query` unless said otherwise. `body.pagination` is the object of the search language. */
  readonly in?: 'query' | 'body' | 'body.pagination';
  /** Name of the parameter that carries the cursor or page, where it is not `starting_after`, `page` or `scroll_param`. */
  readonly param?: string;
  /** Dotted place of the next cursor, where it is not `pages.next.starting_after`. */
  readonly next?: string;
  /** False where the operation takes no page size. */
  readonly sized?: false;
  /** The largest page the operation allows; `limit` is clamped to it. */
  readonly max?: number;
}

/** What a successful answer holds. `redirect` answers 302 with an address and must not be followed blindly. */
export type ResponseKind = 'json' | 'text' | 'binary' | 'none' | 'redirect';

/**
 * One operation of an API as a model sees it: plain data and one pure function, no protocol.
 * `Output` exists for the type checker only.
 */
export interface Tool<Input extends z.ZodObject = z.ZodObject, Output = unknown> {
  /** Unique, `^[a-z0-9_]{1,64}$`. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** Slugs of the operation's tags, the first one its resource, then the groups that hold any of them. */
  readonly tags: readonly string[];
  readonly class: MethodClass;
  /** `write` if the call changes anything. */
  readonly access: 'read' | 'write';
  /** True if what the call does removes something or cannot be undone. */
  readonly destructive: boolean;
  readonly method: HttpMethod;
  readonly input: Input;
  readonly response: ResponseKind;
  readonly pagination?: Pagination;
  /** The HTTP request for a validated input, without its paging fields. Throws {@link PathError} for an unsafe path value. */
  readonly request: (input: z.output<Input>) => ToolRequest;
  /** Never set: carries the output's type. */
  readonly output?: Output;
}

/** One page of a list: `next_cursor` is null at the end, and opaque: pass it back unchanged. */
export interface Page<Item> {
  readonly result: readonly Item[];
  readonly next_cursor: string | null;
}
