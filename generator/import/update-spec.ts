import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { fail } from '../diagnostics/fail.ts';
import { arrayOf, type Json, type JsonObject, objectOf } from '../json/json.ts';
import { isRecord } from '../json/json-schema.ts';
import { stableJson } from '../json/stable-json.ts';
import type { FetchOptions } from '../source/fetch-description.ts';
import { isPreview, officialAddress, readSource } from '../source/read-source.ts';
import { readIfThere, writeTogether } from '../write/write-together.ts';
import { type ContractChanges, compareContracts, operationsOf, schemasOf } from './compare-contracts.ts';
import { importDescription } from './import-description.ts';
import { searchPaths } from './search-facts.ts';

/** What to import, and where to write it. */
export interface UpdateOptions extends FetchOptions {
  /** A file or an address; the official address of the API version when it is left out. */
  readonly from?: string | undefined;
  readonly apiVersion: string;
  /** The folder of `contract.json` and `source.json`. */
  readonly dir: string;
  /** Refuses a description of which anything could not be read. */
  readonly strict?: boolean | undefined;
  /** The day of the import as `YYYY-MM-DD`; this day in UTC when it is left out. */
  readonly today?: string | undefined;
}

/** What an import found, and what it changed. */
export interface UpdateSummary {
  readonly apiVersion: string;
  readonly upstream: string;
  readonly operations: number;
  readonly schemas: number;
  /** The number of searchable fields of each search path. */
  readonly searchFields: { readonly [path: string]: number };
  readonly changes: ContractChanges;
  /** The files that were written; none when nothing changed. */
  readonly written: readonly string[];
}

/** Imports a description into `contract.json` and `source.json`; throws diagnostics, and then nothing was written. */
export async function updateSpec({
  from,
  apiVersion,
  dir,
  today,
  strict,
  ...options
}: UpdateOptions): Promise<UpdateSummary> {
  const { text, bytes, upstream } = await readSource(from ?? officialAddress(apiVersion), options);
  const { contract, info } = importDescription(text, upstream, { strict });
  if (info.apiVersion !== apiVersion && !(isPreview(info.apiVersion) && isPreview(apiVersion)))
    throw fail('SOURCE_API_VERSION', `${upstream} describes API version ${info.apiVersion}, not ${apiVersion}`);
  const contractPath = join(dir, 'contract.json');
  const sourcePath = join(dir, 'source.json');
  const changes = compareContracts(parseOwn(await readIfThere(contractPath)), contract);
  const searchFields = countSearchFields(contract);
  const operations = Object.keys(operationsOf(contract)).length;
  const schemas = Object.keys(schemasOf(contract)).length;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const previous = parseOwn(await readIfThere(sourcePath));
  const day = today ?? new Date().toISOString().slice(0, 10);
  const source: JsonObject = {
    name: 'Intercom OpenAPI description',
    repository: 'https://github.com/intercom/Intercom-OpenAPI',
    upstream,
    apiVersion,
    imported: previous?.sha256 === sha256 && typeof previous.imported === 'string' ? previous.imported : day,
    sha256,
    bytes: bytes.length,
    licence: { spdx: 'MIT', notice: 'LICENSE-intercom-openapi' },
    counts: { operations, schemas, searchFields: Object.values(searchFields).reduce((sum, count) => sum + count, 0) },
  };
  const written = await writeTogether(
    new Map([
      [contractPath, stableJson(contract)],
      [sourcePath, stableJson(source)],
    ]),
  );
  return { apiVersion, upstream, operations, schemas, searchFields, changes, written };
}

function countSearchFields({ paths }: JsonObject): Record<string, number> {
  return Object.fromEntries(
    searchPaths.flatMap((path) => {
      const search = objectOf(objectOf(objectOf(paths)[path]).post)['x-search'];
      return search === undefined ? [] : [[path, arrayOf(objectOf(search).fields).length]];
    }),
  );
}

/** A file of ours that somebody damaged counts as absent: it is about to be replaced. */
function parseOwn(text: string | undefined): JsonObject | undefined {
  try {
    const value: Json | undefined = text === undefined ? undefined : JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
