import type { CatalogEntry } from '../../runtime/catalog/catalog.ts';
import type { ConnectionRecord } from '../connection/connection-record.ts';
import type { Json } from '../json/json-schema.ts';

/**
 * What an API's tools promise at one time: what models see of them (the catalogue), and what the description behind them
 * says (`operations.json`: every correction applied, every word left out).
 */
export interface Surface {
  readonly version: string;
  readonly catalog: readonly CatalogEntry[];
  readonly operations: OperationsDocument;
}

/** The content of `operations.json`. */
export interface OperationsDocument {
  readonly version?: unknown;
  readonly paths: { readonly [path: string]: { readonly [method: string]: Json } };
  readonly schemas: { readonly [name: string]: Json };
  /** Group of tags -> slugs of its tags, by which servers are filtered. */
  readonly groups?: { readonly [group: string]: readonly string[] };
  /** How the API is reached; left out where an earlier generator did not say. */
  readonly connection?: ConnectionRecord;
}

/**
 * Whom a change breaks: `models` where a call that worked is refused, goes elsewhere or has to be called otherwise, also since
 * what was set for it does not fit any more; `importers` where a program that compiled does not, or reads another thing than its
 * types say.
 */
export type Breaks = 'models' | 'importers';

/** The weight of a change: the gravest of what it breaks, else whether there is more than before, else words alone. */
export type Label = 'breaking for models' | 'breaking for importers' | 'compatible' | 'cosmetic';

/** What may change, in terms of tools; docs/updating.md has a line for each. */
export const CHANGE_KINDS = [
  'tool added',
  'tool removed',
  'tool renamed',
  'operation moved',
  'export renamed',
  'module moved',
  'tags',
  'behaviour',
  'deprecation',
  'argument added',
  'argument removed',
  'argument renamed',
  'argument required',
  'argument optional',
  'argument narrowed',
  'argument widened',
  'argument type',
  'argument default',
  'request format',
  'search field added',
  'search field removed',
  'search field',
  'search limit',
  'paging',
  'answer field added',
  'answer field removed',
  'answer type',
  'answer list',
  'answer status',
  'answer format',
  'server',
  'server variable',
  'credentials',
  'security',
  'environment variable',
  'version header',
  'connection',
  'words',
  'tokens',
] as const;

/** One of {@link CHANGE_KINDS}. */
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** One change of one tool, or of all of them. */
export interface Change {
  readonly kind: ChangeKind;
  readonly label: Label;
  readonly breaks: readonly Breaks[];
  /** The tool by its name now, or by its last name where it is gone; left out where a change is of no one tool. */
  readonly tool?: string;
  /** Its operation as `METHOD /path`, now, or as it was where it is gone. */
  readonly operation?: string;
  /** Where in the tool: `customer.email`, `contacts[].id`, `query.created_at`; of an answer from its top: `data[].id`. Empty for the whole. */
  readonly place: string;
  /** What was and what is; each is left out where there is none. */
  readonly from?: unknown;
  readonly to?: unknown;
  /** One line in tools' terms, without the tool's name. */
  readonly message: string;
  /** What a maintainer or a user does about it; empty where there is nothing to do. */
  readonly help: string;
  /** JSON Pointer into the new description, or into the old one where it is gone. */
  readonly pointer: string;
}

/** Which part of the package's version the changes ask for. */
export type Release = 'major' | 'minor' | 'patch' | 'none';

/** What a maintainer has to do by hand. */
export interface Todo {
  /** The overlay's action, as `tools.yaml#/actions/3`; left out where it is about no action. */
  readonly action?: string;
  readonly message: string;
  /** The target that fits best now, where one does. */
  readonly suggestion?: string;
  /** True where the suggestion is the only one that can be meant: `--apply-moves` writes it. */
  readonly certain: boolean;
}

/** A whole report: what differs between two surfaces, and what is left to do. */
export interface ChangeReport {
  readonly from: string | undefined;
  readonly to: string;
  readonly release: Release;
  readonly counts: { readonly [label in Label]: number };
  readonly tokens: { readonly from: number; readonly to: number };
  /** The gravest first, then by tool. */
  readonly changes: readonly Change[];
  readonly todos: readonly Todo[];
}
