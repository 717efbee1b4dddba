import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CatalogEntry } from '../../runtime/catalog/catalog.ts';
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
  const [catalog, operations] = await Promise.all(
    ['catalog.json', 'operations.json'].map((file) => readJson(join(folder, file), note)),
  );
  if (catalog === undefined || operations === undefined) return undefined;
  const document = asOperations(operations);
  // Written by an earlier run of the generator.
  return { version: String(document.version ?? ''), catalog: catalog as CatalogEntry[], operations: document };
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
  const { version, paths, schemas, groups } = isRecord(value) ? value : {};
  return {
    version,
    paths: (isRecord(paths) ? paths : {}) as OperationsDocument['paths'],
    schemas: (isRecord(schemas) ? schemas : {}) as OperationsDocument['schemas'],
    ...(isRecord(groups) && { groups: groups as Record<string, string[]> }),
  };
}
