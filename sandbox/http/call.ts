import type { Json, Operation } from '../contract/contract.ts';
import type { Workspace } from '../store/workspace.ts';

/** A query value, of the type that the contract declares. */
export type QueryValue = string | number | boolean | readonly (string | number)[];

/** A request that passed all checks, as the code that answers an operation sees it. */
export interface Call {
  readonly operation: Operation;
  /** Path parameters by the names of the template, decoded. */
  readonly params: Readonly<Record<string, string>>;
  /** Query parameters that the contract declares and those of paging; others are ignored, as Intercom does. */
  readonly query: Readonly<Record<string, QueryValue | undefined>>;
  /** The JSON body, valid against the contract; empty where none came. */
  readonly body: Json;
  readonly workspace: Workspace;
  /** Unix seconds. */
  readonly now: number;
  /** Origin under which the sandbox was reached, for addresses in answers. */
  readonly origin: string;
}

/** An answer that is more than JSON with the operation's usual status. */
export class Answer {
  readonly status: number | undefined;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    body: unknown,
    { status, headers = {} }: { status?: number; headers?: Readonly<Record<string, string>> } = {},
  ) {
    this.body = body;
    this.status = status;
    this.headers = headers;
  }
}

/**
 * Answers one operation: JSON for the operation's usual status, or an {@link Answer}; throws a `Fault` to refuse. What it
 * answers is fitted to the contract afterwards: keys that the schema does not declare are dropped, ids become the declared
 * type, declared keys that are missing become null where the schema allows it, and nulls that it does not allow are left out.
 */
export type Handler = (call: Call) => unknown;

/** Handlers by `METHOD /path/{template}` of the contract. */
export type Routes = Readonly<Record<string, Handler>>;
