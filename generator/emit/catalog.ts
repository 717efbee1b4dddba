import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import type { CatalogEntry, CatalogInputSchema } from '../../runtime/catalog/catalog.ts';
import type { FormerNames } from '../ir/ir.ts';
import { isRecord } from '../json/json-schema.ts';
import type { PlannedModule, PlannedTool } from '../plan/plan.ts';
import { portableSchema } from '../plan/portable-schema.ts';
import { shareParts } from '../plan/share-parts.ts';

/** What every list adds to the arguments of a tool that writes. */
const dryRun = { dry_run: { type: 'boolean' } };

/** What `tools/list` answers for one tool: the part of its catalogue entry that a model's client receives. */
function listedTool(
  { names, title, description, access, annotations }: PlannedTool,
  inputSchema: CatalogInputSchema,
): object {
  const properties = isRecord(inputSchema.properties) ? inputSchema.properties : {};
  const listed = access === 'read' ? inputSchema : { ...inputSchema, properties: { ...properties, ...dryRun } };
  return { name: names.tool, title, description, inputSchema: listed, annotations };
}

function aliasOf({ tool, identifier, until }: FormerNames): NonNullable<CatalogEntry['aliases']>[number] {
  return { name: tool, ...(identifier !== undefined && { function: identifier }), until };
}

/** The catalogue: all tools by name, with what a server needs to list and filter them without loading a module. */
export function emitCatalog(modules: readonly PlannedModule[]): CatalogEntry[] {
  return modules
    .flatMap(({ tools }) => tools)
    .map((tool): CatalogEntry => {
      const { names } = tool;
      const inputSchema: CatalogInputSchema = { ...shareParts(portableSchema(tool.inputSchema)), type: 'object' };
      return {
        name: names.tool,
        function: names.identifier,
        title: tool.title,
        description: tool.description,
        class: tool.class,
        access: tool.access,
        destructive: tool.destructive,
        ...(tool.personalData && { personalData: true as const }),
        tags: tool.tags,
        method: tool.method,
        path: tool.path,
        module: names.module,
        tokens: countTokens(JSON.stringify(listedTool(tool, inputSchema))),
        annotations: tool.annotations,
        inputSchema,
        ...(names.aliases.length > 0 && { aliases: names.aliases.map(aliasOf) }),
      };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
