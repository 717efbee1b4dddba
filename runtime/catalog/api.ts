import type { ApiProfile } from '../profile/api-profile.ts';
import type { Tool } from '../tool/tool.ts';
import type { AnswerTypes } from './answer-types.ts';
import type { CatalogEntry } from './catalog.ts';
import type { ModuleLoader } from './tool-loader.ts';

/** The tools of one version of an API, and what they are served with: all that a server is made of but a client. */
export interface Api {
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
