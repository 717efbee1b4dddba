import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CatalogEntry } from '../../runtime/catalog/catalog.ts';
import { readConnectionRecord } from '../connection/connection-record.ts';
import { isRecord } from '../json/json-schema.ts';
import type { OperationsDocument, Surface } from './change.ts';

/** What a build makes of a description, before anything is written. */
export interface BuiltSurface {
  readonly version: string;
  readonly catalog: readonly CatalogEntry[];
  /** The text of `operations.json`. */
  readonly operations: string;
}

/** The surface of what a build made. */
export function surfaceOf({ version, catalog, operations }: BuiltSurface): Surface {
  return { version, catalog, operations: asOperations(JSON.parse(operations)) };
}

/**
 * The surface that a folder of generated files holds. Undefined where nothing was generated yet, or where its files are
 * damaged: `note` is told which and why.
 */
export async function readSurface(
  folder: string,
  { note = () => {} }: { note?: (message: string) => void } = {},
): Promise<Surface | undefined> {
  const [catalogPath, operationsPath] = [join(folder, 'catalog.json'), join(folder, 'operations.json')];
  const [catalog, operations] = [await readJson(catalogPath, note), await readJson(operationsPath, note)];
  if (catalog === undefined || operations === undefined) return undefined;
  if (!isCatalog(catalog)) {
    note(`${catalogPath} is no list of tools, so that nothing is compared with it`);
    return undefined;
  }
  if (!isRecord(operations)) {
    note(`${operationsPath} is no description, so that nothing is compared with it`);
    return undefined;
  }
  const document = asOperations(operations);
  return { version: String(document.version ?? ''), catalog, operations: document };
}

/** Written by an earlier run of the generator: what tells its tools apart is looked at, the rest is as it wrote it. */
function isCatalog(value: unknown): value is CatalogEntry[] {
  return (
    Array.isArray(value) &&
    value.every(
      (entry) =>
        isRecord(entry) &&
        ['name', 'method', 'path'].every((key) => typeof entry[key] === 'string') &&
        isRecord(entry.inputSchema) &&
        Array.isArray(entry.tags),
    )
  );
}

async function readJson(path: string, note: (message: string) => void): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    note(
      `${path} cannot be read, so that nothing is compared with it: ${error instanceof Error ? error.message : error}`,
    );
    return undefined;
  }
}

function asOperations(value: unknown): OperationsDocument {
  const { version, paths, schemas, groups, connection } = isRecord(value) ? value : {};
  const record = readConnectionRecord(connection);
  return {
    version,
    paths: (isRecord(paths) ? paths : {}) as OperationsDocument['paths'],
    schemas: (isRecord(schemas) ? schemas : {}) as OperationsDocument['schemas'],
    ...(isRecord(groups) && { groups: groups as Record<string, string[]> }),
    ...(record && { connection: record }),
  };
}
