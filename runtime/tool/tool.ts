import type { InputSchema } from './input-schema.ts';
import type { HeaderValue, QueryValue } from './query-value.ts';

export type { InputSchema } from './input-schema.ts';
export type { QueryValue } from './query-value.ts';
export type { SearchFilter, SearchGroup } from './search-query.ts';
export type { Id, Time } from './values.ts';

/** What a tool does to the workspace: `list` and `get` change nothing, `action` is every write that is none of the others. */
export type MethodClass = (typeof METHOD_CLASSES)[number];

/** All method classes. */
export const METHOD_CLASSES = ['list', 'get', 'create', 'update', 'delete', 'action'] as const;

/** HTTP methods that a tool may use. */
export type HttpMethod = (typeof HTTP_METHODS)[number];

/** All HTTP methods of tools. */
export const HTTP_METHODS = ['GET', 'HEAD', 'QUERY', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** What a tool asks of the HTTP client. `path` is already percent-encoded. */
export interface ToolRequest {
  readonly path: string;
  readonly query?: Readonly<Record<string, QueryValue>>;
  /** The query as one text, such as JSON, which is percent-encoded as a whole; it stands before what `query` has. */
  readonly querystring?: string | undefined;
  /** Headers beside the client's own; missing values are left out, a list is one comma-separated value. */
  readonly headers?: Readonly<Record<string, HeaderValue>>;
  /** Cookies by name, in one header; a list becomes repeated names. */
  readonly cookies?: Readonly<Record<string, QueryValue>>;
  readonly body?: unknown;
  /**
   * How the body is sent, where it is not JSON: `multipart` as multipart/form-data, `related` and `mixed` as these subtypes,
   * `raw` a text or {@link asFile} as it is.
   */
  readonly bodyType?: 'form' | 'multipart' | 'related' | 'mixed' | 'raw';
}

/** Where paging parameters go: the query, the top of the body, or an object in it by its dotted place. */
export type PagingPlace = 'query' | 'body' | `body.${string}`;

/**
 * How an operation pages underneath `limit` and `next_cursor`.
 *
 * - `cursor`: sends the cursor of the last answer, which stands at `next`.
 * - `page`: sends a page number; the next page is told by a URL, an object, a count, or a word that there is more.
 * - `offset`: sends how many items were given; the end is told by a count, a word that there is no more, or a short page.
 * - `last-id`: sends the id of the last item.
 * - `scroll`: sends the cursor of the last answer, and each request moves on; an empty page is the end.
 * - `link`: the `Link` header holds the address of the next page.
 * - `url`: the answer holds the address of the next page.
 * - `none`: the operation answers everything at once; the client cuts pages out of it.
 */
export interface Pagination {
  readonly style: 'cursor' | 'page' | 'offset' | 'last-id' | 'scroll' | 'link' | 'url' | 'none';
  /** Dotted place of the items in the answer; empty where the answer itself is the list. */
  readonly items: string;
  /** Where the paging parameters go; `query` unless said otherwise. */
  readonly in?: PagingPlace;
  /** Name of the parameter that carries the position, where it is not that of the style: `starting_after`, `page`, `offset`, `scroll_param`. */
  readonly param?: string;
  /** Name of the parameter that carries the size of a page, where it is not `per_page`. */
  readonly size?: string;
  /** False where the operation takes no page size. */
  readonly sized?: false;
  /** The number of the first page or item, which is then sent for the first page too; without it that has no number, and is taken for page 1 or item 0. */
  readonly first?: number;
  /** Dotted place of the next position, where it is not `pages.next.starting_after`. */
  readonly next?: string;
  /** Dotted place of the word that there is more; with `!` before it of the word that this was all. */
  readonly more?: string;
  /** Dotted place of the number of all items. */
  readonly total?: string;
  /** Dotted place of the number of all pages. */
  readonly pages?: string;
  /** Dotted place within an item of the id that the next page is asked for by, where it is not `id`. */
  readonly id?: string;
  /** True where the answer counts nothing: pages go on until one brings nothing new. */
  readonly untilEmpty?: true;
  /** The largest page the operation allows; `limit` is clamped to it. */
  readonly max?: number;
  /** Items of a page whose size nobody asked for. */
  readonly usual?: number;
}

/**
 * What a successful answer holds. `redirect` answers 302 with an address and must not be followed blindly, `headers` has no
 * content: its status and headers are the answer.
 */
export type ResponseKind = (typeof RESPONSE_KINDS)[number];

/** All kinds of answers. */
export const RESPONSE_KINDS = ['json', 'text', 'binary', 'none', 'redirect', 'headers'] as const;

/** One form of an input that has several: where the arguments have these values, these are needed as well. */
export interface Case {
  readonly when: Readonly<Record<string, readonly unknown[]>>;
  readonly required: readonly string[];
  /** Arguments that the form does not take. */
  readonly without?: readonly string[];
}

/**
 * What a text that a person will read is on the wire; whoever calls may write Markdown or HTML all the same.
 *
 * - `message`: HTML of a message: paragraphs, two headings, emphasis, links, lists, code, pictures.
 * - `document`: HTML of an article: that, and tables and four headings.
 * - `plain`: plain text.
 * - `markdown`: Markdown.
 */
export type TextKind = 'message' | 'document' | 'plain' | 'markdown';

/** A text of one kind, one that another argument decides, or one that is sent under the name of another. */
export type TextRule =
  | TextKind
  | { readonly by: string; readonly kinds: Readonly<Record<string, TextKind>> }
  | { readonly kind: TextKind; readonly as: string };

/** Fields of a search that take the same operators: by name, of one type, or all that begin with a prefix, of any type. */
export type SearchKind =
  | { readonly type: string; readonly operators: readonly string[]; readonly fields: readonly string[] }
  | { readonly prefix: string; readonly operators: readonly string[] };

/** What the query of a search may hold, checked and repaired before anything is sent. */
export interface SearchRules {
  /** Groups that may stand in one another: 1 is a group of filters, 2 a group of such groups. */
  readonly maxNesting: number;
  /** Filters and groups that one group may hold. */
  readonly maxFilters: number;
  readonly kinds: readonly SearchKind[];
  /** The values of fields that take only a few. */
  readonly values?: Readonly<Record<string, readonly string[]>>;
  /** Set where dates match whole days in the workspace's time zone: `>` starts the day after, `<` ends the day before. */
  readonly wholeDays?: true;
}

/**
 * One operation of an API as a model sees it: plain data and one pure function, no protocol. `Input` is what a caller may pass in,
 * `Output` what the API answers, `Complete` that answer as programs read it: ISO times, Markdown, lists out of their wrappers.
 */
export interface Tool<Input = unknown, Output = unknown, Complete = unknown> {
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
  /** What the arguments are checked by once they are read: an object of Zod's. */
  readonly input: InputSchema<Input>;
  readonly response: ResponseKind;
  /** The media types of its answers, as the header Accept has them, where they are not those of its kind. */
  readonly accept?: string;
  /** Of a response of the kind `headers`: names of headers that it declares, which are told beside the usual ones. */
  readonly headers?: readonly string[];
  /** The argument that a lone `id` stands for: the only path parameter, where the input has no `id` of its own. */
  readonly alias?: string;
  readonly pagination?: Pagination;
  /** The search language that the input's `query` is written in. */
  readonly search?: SearchRules;
  /** True if the input's `fields` says which properties to answer; the client takes it out of the request. */
  readonly fields?: true;
  /** Dotted place of the parts that are shown newest first, in windows; the client takes `parts_cursor` out of the request. */
  readonly parts?: string;
  /** By dotted place, the kinds of things whose ids an argument takes, for those whose unique names do as well. */
  readonly names?: Readonly<Record<string, readonly string[]>>;
  /** The forms of an input that has several; an input has to fit one of them. */
  readonly cases?: readonly Case[];
  /** The texts that a person will read, by their dotted place, in which `*` is any name. */
  readonly texts?: Readonly<Record<string, TextRule>>;
  /** What null means for an argument that the API clears by a value of its own, such as `"0"` for nobody. */
  readonly nulls?: Readonly<Record<string, string | number>>;
  /** The address of the server that the operation is at, where that is not the API's own; one without a host is below the API's host. */
  readonly server?: string;
  /** What the call has to prove, where that is not what the API asks for: alternatives, each the names of schemes; none where it is open to all. */
  readonly security?: readonly (readonly string[])[];
  /** The HTTP request for a validated input, without what the client answers itself. Throws {@link PathError} for an unsafe path value. */
  request(input: Readonly<Record<string, unknown>>): ToolRequest;
  /** Never set: carries the output's type. */
  readonly output?: Output;
  /** Never set: carries the type of the complete answer. */
  readonly complete?: Complete;
}

/** What a caller may pass in to a tool. */
export type ToolInput<Candidate> = Candidate extends Tool<infer Input> ? Input : never;

/** One page of a list: `next_cursor` is null at the end, and opaque: pass it back unchanged. */
export interface Page<Item> {
  readonly result: readonly Item[];
  readonly next_cursor: string | null;
  /** The items of all pages, where the API counts them. */
  readonly total_count?: number;
}

/**
 * The body of an answer, looked up in the static types of the description by path, method, status and media type.
 * Never null: descriptions declare whole objects as nullable that are always there.
 */
export type Answer<
  Paths,
  Path extends keyof Paths,
  Method extends keyof Paths[Path],
  Status extends number | string = 200,
  Media extends string = 'application/json',
> = Paths[Path][Method] extends { responses: { [S in Status]: { content: { [M in Media]: infer Body } } } }
  ? NonNullable<Body>
  : unknown;

/** The items of a list by their dotted place in its answer; an empty place is the answer itself. */
export type Items<Body, Place extends string> = Place extends ''
  ? Element<Body>
  : Place extends `${infer Key}.${infer Rest}`
    ? Items<Get<Body, Key>, Rest>
    : Element<Get<Body, Place>>;

type Get<Value, Key extends string> =
  NonNullable<Value> extends infer Known ? (Key extends keyof Known ? Known[Key] : unknown) : never;
type Element<Value> = NonNullable<Value> extends readonly (infer Item)[] ? NonNullable<Item> : unknown;
