import type { CatalogEntry, CatalogInputSchema } from '../catalog/catalog.ts';
import { exampleArguments } from '../catalog/example-arguments.ts';
import { importLine } from '../catalog/import-line.ts';
import type { LoadedExport } from '../catalog/tool-loader.ts';
import { listTools } from '../mcp/list.ts';
import type { ResponseKind } from '../tool/tool.ts';
import { type ArgumentRow, argumentRows } from './argument-rows.ts';
import { type ToolSummary, toolSummary } from './catalog-index.ts';
import type { TagGroups } from './tool-groups.ts';

/** All that a reader of a catalog sees of one tool. */
export interface ToolPage extends ToolSummary {
  /** As a list shows it to a model. */
  readonly inputSchema: CatalogInputSchema;
  readonly arguments: readonly ArgumentRow[];
  readonly example: { readonly arguments: Readonly<Record<string, unknown>> };
  /** How a program imports the tool. */
  readonly import: { readonly module: string; readonly export: string; readonly line: string };
  /** It answers a page at a time. */
  readonly pages: boolean;
  readonly answer: ResponseKind | 'list';
}

/** What there is around the tools of one catalog. */
export interface PageOptions {
  readonly groups: TagGroups;
  /** The module of one resource, as a program imports it. */
  readonly moduleOf: (module: string) => string;
}

/** The page of a tool that was loaded. */
export function toolPage(
  entry: CatalogEntry,
  { name: exported, tool }: LoadedExport,
  { groups, moduleOf }: PageOptions,
): ToolPage {
  const { inputSchema = entry.inputSchema } = listTools([entry]).tools[0] ?? {};
  const pages = tool.pagination !== undefined;
  return {
    ...toolSummary(entry, groups),
    inputSchema,
    arguments: argumentRows(inputSchema),
    example: { arguments: exampleArguments(entry.inputSchema, tool.cases) },
    import: {
      module: moduleOf(entry.module),
      export: exported,
      line: importLine({ ...entry, function: exported }, moduleOf),
    },
    pages,
    answer: pages ? 'list' : tool.response,
  };
}
