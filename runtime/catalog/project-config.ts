import type { ApiProfile } from '../profile/api-profile.ts';

/** What tools are generated from and served with, in the `intercom-mcp.config.ts` of a project; paths begin at its folder. */
export interface ProjectConfig {
  /** Short name of the API in lower-case letters, a part of every tool name: `acme`. */
  readonly name: string;
  /** File or address of the OpenAPI description. */
  readonly spec: string;
  /** Folder of OpenAPI overlays; the description's own words are used without one. */
  readonly overlays?: string;
  /** Folder that the tools are generated into. */
  readonly out: string;
  /** What is particular about the API, in place of what its description says. */
  readonly profile?: Partial<ApiProfile>;
}

/** The config itself: a call of it has its keys and their types checked by an editor. */
export function defineConfig<Config extends ProjectConfig>(config: Config): Config {
  return config;
}
