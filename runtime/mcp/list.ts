import type { ListToolsResult, Tool } from '@modelcontextprotocol/server';
import type { CatalogEntry } from '../catalog/catalog.ts';
import { isRecord } from '../value/value.ts';
import { type Confirm, needsConfirmation } from './confirm-call.ts';
import { CONSENT_SCHEMA, DRY_RUN_SCHEMA } from './reserved-arguments.ts';

/** Says that a client which loads tools on demand should have one at hand from the start. */
export const AT_HAND = { 'anthropic/alwaysLoad': true };

/** What of a list depends on more than its catalog. */
export interface ListOptions {
  /** Tools that clients which load tools on demand should have at hand from the start. */
  readonly alwaysLoad?: readonly string[] | undefined;
  readonly confirm?: Confirm | undefined;
}

/** What a list needs to know of a tool. */
export type Listed = Pick<
  CatalogEntry,
  'name' | 'title' | 'description' | 'inputSchema' | 'annotations' | 'access' | 'destructive'
>;

/** The answer to `tools/list` for a catalog. */
export function listTools(
  catalog: readonly Listed[],
  { alwaysLoad = [], confirm = 'never' }: ListOptions = {},
): ListToolsResult {
  const loaded = new Set(alwaysLoad);
  return {
    tools: catalog.map((entry) => ({
      ...toTool(entry),
      ...(entry.access === 'write' && {
        inputSchema: withReserved(entry.inputSchema, needsConfirmation(entry, confirm)),
      }),
      ...(loaded.has(entry.name) && { _meta: AT_HAND }),
    })),
  };
}

function toTool({ name, title, description, inputSchema, annotations }: Listed): Tool {
  return { name, title, description, inputSchema, annotations };
}

/** An argument that the tool has itself is its own. */
function withReserved(schema: CatalogEntry['inputSchema'], asksConsent: boolean): CatalogEntry['inputSchema'] {
  const properties = isRecord(schema.properties) ? schema.properties : {};
  const reserved = { ...DRY_RUN_SCHEMA, ...(asksConsent && CONSENT_SCHEMA) };
  return { ...schema, properties: { ...properties, ...reserved, ...properties } };
}
