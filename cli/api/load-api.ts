import { resolve } from 'node:path';
import * as z from 'zod';
import type { Api } from '../../runtime/catalog/api.ts';
import { createApi } from '../../runtime/catalog/create-api.ts';
import type { GeneratedParts } from '../../runtime/catalog/generated-parts.ts';
import type { ModuleLoader } from '../../runtime/catalog/tool-loader.ts';
import type { ApiProfile } from '../../runtime/profile/api-profile.ts';
import { ConfigError } from '../../runtime/value/errors.ts';
import { isRecord } from '../../runtime/value/value.ts';
import { findApi, type PlacedApi } from './find-api.ts';
import { importFile, importing } from './import-file.ts';
import { configIn, readProjectConfig } from './project-config.ts';

/** An API that a command line names, and where it was found. */
export interface LoadedApi extends Api {
  /** What `--api` names it by; missing for Intercom. */
  readonly place?: string;
  /** What names it from anywhere on this machine; missing for Intercom. */
  readonly location?: string;
  /** What exports `generated`, as a program in the working directory imports it; missing for Intercom. */
  readonly module?: string;
  /** The module of one resource, as a program in the working directory imports it. */
  readonly moduleOf: (module: string) => string;
}

/** What the generator is known to write, as far as a command would stumble over it. */
const parts = z.looseObject({
  form: z.number(),
  id: z.string().min(1),
  title: z.string(),
  apiVersion: z.string(),
  modules: z.record(
    z.string(),
    z.custom<ModuleLoader>((value) => typeof value === 'function'),
  ),
  groups: z.record(z.string(), z.array(z.string())),
  timeKeys: z.array(z.string()),
  connection: z.custom<GeneratedParts['connection']>(isRecord),
  answerTypes: z.custom<GeneratedParts['answerTypes']>((value) => typeof value === 'function'),
  catalogDigest: z.string(),
});

/**
 * The API whose tools were generated into a folder, or into a package of the project in the working directory, with the profile
 * beside it; or that of a project's config. Throws {@link ConfigError} where there is none, or it cannot be loaded.
 */
export async function loadApi(place: string, cwd: string = process.cwd()): Promise<LoadedApi> {
  const config = configIn(resolve(cwd, place));
  if (config !== undefined) {
    const { out, profile = {} } = await readProjectConfig(config);
    return await loadFrom(findApi(out, cwd), place, profile);
  }
  return await loadFrom(findApi(place, cwd), place);
}

async function loadFrom(found: PlacedApi, place: string, config?: Partial<ApiProfile>): Promise<LoadedApi> {
  const { generated, ...beside } = recordOf(await importFile(found.file));
  const { data } = parts.safeParse(generated);
  if (data === undefined)
    throw new ConfigError(
      `${found.file} exports no generated tools.`,
      'Name the folder that intercom-mcp generate --out wrote, or a package that exports `generated` of its api.ts.',
    );
  const own =
    config ?? (found.profile === undefined ? beside.profile : recordOf(await importFile(found.profile)).profile);
  const modules = explained(data.modules, found);
  const api = createApi({ ...data, entries: data.entries, modules }, profileIn(own, found));
  if (api.catalog.length === 0) throw new ConfigError(`${place} has no tools.`, 'Generate some first.');
  const { path: location, module, moduleOf } = found;
  return { ...api, place, location, module, moduleOf };
}

function recordOf(module: unknown): Record<string, unknown> {
  return isRecord(module) ? module : {};
}

/** A profile of the user's own; the compiler reads the rest of it, where one is used. */
function profileIn(profile: unknown, { file, profile: path = file }: PlacedApi): Partial<ApiProfile> {
  if (profile === undefined && path === file) return {};
  if (isRecord(profile)) return profile;
  throw new ConfigError(
    `${path} exports no profile.`,
    'Write `export const profile: Partial<ApiProfile> = { … }` there, or take the file away.',
  );
}

/** Modules of tools are loaded when a tool is called: what keeps one from that is said as clearly as for the first file. */
function explained(modules: GeneratedParts['modules'], { file }: PlacedApi): GeneratedParts['modules'] {
  return Object.fromEntries(Object.entries(modules).map(([name, load]) => [name, () => importing(file, load)]));
}
