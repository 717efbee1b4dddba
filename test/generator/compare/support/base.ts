import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Surface } from '../../../../generator/compare/change.ts';
import { surfaceOf } from '../../../../generator/compare/surface.ts';
import { emitCatalog } from '../../../../generator/emit/catalog.ts';
import { emitOperations } from '../../../../generator/emit/operations.ts';
import type { FactOrigins } from '../../../../generator/facts/read-facts.ts';
import { isRecord, type Json } from '../../../../generator/json/json-schema.ts';
import { overlay, readOverlays } from '../../../../generator/load/load.ts';
import { tidy } from '../../../../generator/load/tidy.ts';
import { normalize } from '../../../../generator/normalize/normalize.ts';
import { cutSchemas } from '../../../../generator/plan/cut-schemas.ts';
import { describe } from '../../../../generator/plan/describe.ts';
import { nameOperations } from '../../../../generator/plan/name.ts';
import { plan } from '../../../../generator/plan/plan.ts';

const specs = fileURLToPath(new URL('../../../../specs/intercom/', import.meta.url));

/** The repository's own contract with the overlays applied, and where each fact of it came from. */
export interface Base {
  readonly document: Json;
  readonly origins: FactOrigins;
}

/** Reads the repository's own contract, which refers to no other file. */
export async function readBase(): Promise<Base> {
  const contract: unknown = JSON.parse(await readFile(`${specs}contract.json`, 'utf8'));
  if (!isRecord(contract)) throw new Error('contract.json holds no object');
  return overlay(tidy(contract), await readOverlays(`${specs}overlays`));
}

/** The surface of a document with its overlays applied, by the generator's own stages; nothing is emitted, formatted or checked. */
export function surfaceFrom({ document, origins }: Base): Surface {
  const { api } = cutSchemas(
    describe(nameOperations(normalize(document, 'intercom', origins).api).api, { expectWords: true }).api,
  );
  const catalog = emitCatalog(plan(api));
  return surfaceOf({ version: api.version, catalog, operations: emitOperations(document, api) });
}
