import type { HttpMethod, MethodClass } from '../tool/tool.ts';

/** Hints to MCP clients about what a call does (MCP 2025-11-25, `ToolAnnotations`). */
export interface CatalogAnnotations {
  readonly readOnlyHint?: boolean;
  readonly destructiveHint?: boolean;
  readonly idempotentHint?: boolean;
}

/** The JSON Schema (2020-12) of a tool's arguments. */
export interface CatalogInputSchema {
  readonly type: 'object';
  readonly [keyword: string]: unknown;
}

/** A name that a tool had before, and up to when it goes on working. */
interface ToolAlias {
  readonly name: string;
  /** What programs called it. */
  readonly function?: string;
  /** The last day (UTC) of the name, as `YYYY-MM-DD`. */
  readonly until: string;
}

/** What a list of tools says about one of them, without loading its module. */
export interface CatalogEntry {
  readonly name: string;
  /** What a program calls it: the name of the generated export. A catalogue made by hand may do without, and goes by `name`. */
  readonly function?: string;
  readonly title: string;
  readonly description: string;
  readonly class: MethodClass;
  readonly access: 'read' | 'write';
  readonly destructive: boolean;
  /** There where a customer's data may stand in what the tool answers, by the schemas of its answers. */
  readonly personalData?: true;
  readonly tags: readonly string[];
  readonly method: HttpMethod;
  /** Path of the operation in the API's description, with its parameters in braces. */
  readonly path: string;
  /** Name of the module that holds the tool. */
  readonly module: string;
  /** What the definition costs a model, in tokens. */
  readonly tokens: number;
  readonly inputSchema: CatalogInputSchema;
  readonly annotations: CatalogAnnotations;
  /** Names that it had before, for those who know it by them; no list shows them. */
  readonly aliases?: readonly ToolAlias[];
}
