import type { AnswerTypes } from '../runtime/catalog/answer-types.ts';
import type { CatalogEntry } from '../runtime/catalog/catalog.ts';
import { rememberDigest } from '../runtime/catalog/catalog-digest.ts';
import { servedCatalog } from '../runtime/catalog/served-words.ts';
import { type ModuleLoader, toolLoader } from '../runtime/catalog/tool-loader.ts';
import type { ApiProfile } from '../runtime/profile/api-profile.ts';
import type { Tool } from '../runtime/tool/tool.ts';
import { intercomProfile } from './profile.ts';
import { sayings } from './sayings.ts';

/** Intercom's tools as one version of its API has them: all that a server is made of but a client. */
export interface IntercomApi {
  /** The version that the tools were generated from. */
  readonly apiVersion: string;
  /** Its clients ask for that version, unless they are told otherwise. */
  readonly profile: ApiProfile;
  /** All tools as a model lists them, sorted by name, without their modules. */
  readonly catalog: readonly CatalogEntry[];
  /** Loads one tool by name, with its resource's module alone; undefined for a name that no tool has. */
  readonly loadTool: (name: string) => Promise<Tool | undefined>;
  /** What the tools answer as TypeScript, loaded by those alone who show it. */
  readonly answerTypes: () => Promise<AnswerTypes>;
  /** Loads the modules of the tools, by resource. */
  readonly modules: Readonly<Record<string, ModuleLoader>>;
  /** Group of tags -> the slugs of its tags. */
  readonly groups: Readonly<Record<string, readonly string[]>>;
}

/** What of a version is generated. */
export interface GeneratedApi extends Pick<IntercomApi, 'apiVersion' | 'answerTypes' | 'modules' | 'groups'> {
  /** The content of `catalog.json`. */
  readonly entries: unknown;
  /** Its digest. */
  readonly catalogDigest: string;
}

/** The tools of a version; words for other versions that name tools which this one lacks are left out of it. */
export function intercomApi({ entries, catalogDigest, apiVersion, modules, ...generated }: GeneratedApi): IntercomApi {
  // Written by the generator.
  const written = entries as readonly CatalogEntry[];
  const catalog = servedCatalog(written, written, Object.keys(sayings));
  if (catalog === written) rememberDigest(catalog, catalogDigest);
  const { connection } = intercomProfile;
  const version = connection.version && { ...connection.version, value: apiVersion };
  const profile = { ...intercomProfile, connection: { ...connection, ...(version && { version }) } };
  return { ...generated, apiVersion, profile, catalog, loadTool: toolLoader(catalog, modules), modules };
}
