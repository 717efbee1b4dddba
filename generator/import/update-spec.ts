import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { ChangeReport, Todo } from '../compare/change.ts';
import type { Diagnostic } from '../diagnostics/diagnostics.ts';
import { fail } from '../diagnostics/fail.ts';
import { arrayOf, type JsonObject, objectOf } from '../json/json.ts';
import { stableJson } from '../json/stable-json.ts';
import { readOverlaysIfThere } from '../load/load.ts';
import { compareDescriptions } from '../moves/compare-descriptions.ts';
import { todoOf } from '../moves/find-todos.ts';
import { readGenerated } from '../moves/read-generated.ts';
import { rewrittenOverlays } from '../moves/rewritten-overlays.ts';
import type { FetchOptions } from '../source/fetch-description.ts';
import { isPreview, officialAddress, readSource } from '../source/read-source.ts';
import { readIfThere, writeTogether } from '../write/write-together.ts';
import { countOperations, countSchemas } from './count-facts.ts';
import { importDescription } from './import-description.ts';
import { type OwnFile, readOwn } from './read-own.ts';

/** The notice beside a contract. */
const LICENCE = 'LICENSE-intercom-openapi';

/** What to import, and where to write it. */
export interface UpdateOptions extends FetchOptions {
  /** A file or an address; the official address of the API version when it is left out. */
  readonly from?: string | undefined;
  readonly apiVersion: string;
  /** The folder of `contract.json` and `source.json`. */
  readonly dir: string;
  /** The folder of overlays that the tools are made with; `overlays` in the folder when it is left out. */
  readonly overlays?: string | undefined;
  /** What the new description is compared with instead of the contract that is replaced. */
  readonly against?: Against | undefined;
  /** Text of the licence of the description, written beside the contract where it has none. */
  readonly licence?: string | undefined;
  /** Prefix of the tool names; `intercom` when it is left out. */
  readonly name?: string | undefined;
  /** The folder of what was generated last: what moved is looked for there where the contract was updated already. */
  readonly generated?: string | undefined;
  /** Refuses a description of which anything could not be read. */
  readonly strict?: boolean | undefined;
  /** Writes the moves that are certain into the overlays. */
  readonly applyMoves?: boolean | undefined;
  /** The day of the import as `YYYY-MM-DD`; this day in UTC when it is left out. */
  readonly today?: string | undefined;
}

/** The contract of another folder, such as that of the version that is served. */
interface Against {
  /** The folder of its `contract.json`. */
  readonly dir: string;
  /** The folder of what was generated of it last. */
  readonly generated?: string | undefined;
  /** Compares with it only where the folder that is written to has no contract; always otherwise. */
  readonly isFallback: boolean;
}

/** What an import found. */
export interface UpdateSummary {
  readonly apiVersion: string;
  readonly upstream: string;
  readonly operations: number;
  readonly schemas: number;
  /** The number of searchable fields of each search path. */
  readonly searchFields: { readonly [path: string]: number };
  /** What of the description could not be read, and is left out or open. */
  readonly warnings: readonly Diagnostic[];
  /** Why there is nothing to compare with; left out where there is. */
  readonly incomparable?: string;
  /** The contract of another folder that it was compared with, and why where nobody asked for it. */
  readonly comparedWith?: { readonly path: string; readonly reason?: string };
}

/** An import that is ready: what it found, what it changes, and the writing of it. */
export interface PreparedUpdate {
  readonly summary: UpdateSummary;
  readonly report: ChangeReport;
  /** Writes all files that change, or none, and returns their paths. Throws where another import wrote meanwhile. */
  readonly write: () => Promise<readonly string[]>;
}

/** Imports a description and compares it with the contract that is there; throws diagnostics, and writes nothing yet. */
export async function prepareUpdate({
  from,
  apiVersion,
  dir,
  overlays: overlayFolder = join(dir, 'overlays'),
  name = 'intercom',
  generated,
  against,
  licence,
  strict,
  applyMoves = false,
  today,
  ...options
}: UpdateOptions): Promise<PreparedUpdate> {
  const { text, bytes, upstream } = await readSource(from ?? officialAddress(apiVersion), options);
  const { contract, info, diagnostics } = importDescription(text, upstream, { strict });
  if (info.apiVersion !== apiVersion && !(isPreview(info.apiVersion) && isPreview(apiVersion)))
    throw fail('SOURCE_API_VERSION', `${upstream} describes API version ${info.apiVersion}, not ${apiVersion}`);
  const contractPath = join(dir, 'contract.json');
  const sourcePath = join(dir, 'source.json');
  const own = await readOwn(contractPath);
  const before = await readBefore(own, against);
  const overlays = await readOverlaysIfThere(overlayFolder);
  const folder = before.comparedWith ? against?.generated : generated;
  const comparison = await compareDescriptions({
    before: before.value,
    after: contract,
    overlays,
    name,
    generated: folder === undefined ? undefined : await readGenerated(folder),
  });
  const warnings = diagnostics.map((each): Todo => ({ ...todoOf(each), message: `${each.message}. ${each.help}` }));
  const searchFields = countSearchFields(contract);
  const counts = { operations: countOperations(contract), schemas: countSchemas(contract) };
  const source = await sourceOf({
    upstream,
    apiVersion: info.apiVersion,
    bytes,
    today,
    sourcePath,
    counts,
    searchFields,
  });
  const licencePath = join(dir, LICENCE);
  const needsLicence = licence !== undefined && (await readIfThere(licencePath)) === undefined;
  const files = new Map([
    ...(needsLicence ? [[licencePath, licence] as const] : []),
    [contractPath, stableJson(contract)],
    [sourcePath, stableJson(source)],
    ...(applyMoves ? await rewrittenOverlays(overlayFolder, overlays, comparison) : []),
  ]);
  const { report } = comparison;
  return {
    summary: {
      ...{ apiVersion: info.apiVersion, upstream, ...counts, searchFields, warnings: diagnostics },
      ...(before.comparedWith && { comparedWith: before.comparedWith }),
      ...(report.from === undefined && {
        incomparable: before.problem ?? `no tools can be made of ${before.comparedWith?.path ?? contractPath}`,
      }),
    },
    report: { ...report, todos: [...report.todos, ...warnings] },
    write: async () => {
      if ((await readIfThere(contractPath)) !== own.text)
        throw fail('UPDATE_OVERTAKEN', `${contractPath} was changed while the description was compared with it`);
      return await writeTogether(files);
    },
  };
}

/** What a new description is compared with. */
async function readBefore(
  own: OwnFile,
  against: Against | undefined,
): Promise<Pick<OwnFile, 'value' | 'problem'> & Pick<UpdateSummary, 'comparedWith'>> {
  if (against === undefined || (against.isFallback && own.value !== undefined)) return own;
  const path = join(against.dir, 'contract.json');
  const other = await readOwn(path);
  if (other.value !== undefined)
    return {
      value: other.value,
      comparedWith: { path, ...(against.isFallback && own.problem !== undefined && { reason: own.problem }) },
    };
  if (against.isFallback) return own;
  throw fail('SOURCE_UNREADABLE', `it cannot be compared with ${against.dir}: ${other.problem}`);
}

async function sourceOf({
  upstream,
  apiVersion,
  bytes,
  today = new Date().toISOString().slice(0, 10),
  sourcePath,
  counts,
  searchFields,
}: {
  upstream: string;
  apiVersion: string;
  bytes: Uint8Array;
  today: string | undefined;
  sourcePath: string;
  counts: { operations: number; schemas: number };
  searchFields: UpdateSummary['searchFields'];
}): Promise<JsonObject> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { value: previous } = await readOwn(sourcePath);
  return {
    name: 'Intercom OpenAPI description',
    repository: 'https://github.com/intercom/Intercom-OpenAPI',
    upstream,
    apiVersion,
    imported: previous?.sha256 === sha256 && typeof previous.imported === 'string' ? previous.imported : today,
    sha256,
    bytes: bytes.length,
    licence: { spdx: 'MIT', notice: LICENCE },
    counts: { ...counts, searchFields: Object.values(searchFields).reduce((sum, count) => sum + count, 0) },
  };
}

function countSearchFields({ paths }: JsonObject): Record<string, number> {
  return Object.fromEntries(
    Object.entries(objectOf(paths)).flatMap(([path, item]) => {
      const search = objectOf(objectOf(item).post)['x-search'];
      return search === undefined ? [] : [[path, arrayOf(objectOf(search).fields).length]];
    }),
  );
}
