import type { Api } from '../../runtime/catalog/api.ts';
import type { CatalogEntry } from '../../runtime/catalog/catalog.ts';
import type { HostedApi } from '../../runtime/hosting/hosted-api.ts';
import { composeAnswerTypes } from './compose-answer-types.ts';
import { composeProfiles } from './compose-profiles.ts';
import { renameTools } from './rename-tools.ts';
import type { ServedApi, ServedPart } from './served-api.ts';

/** One of the APIs of a server. */
export interface Composed {
  readonly hosted: HostedApi;
  readonly versions: readonly string[];
  readonly own: Api;
}

/**
 * The tools of several APIs as those of one. They keep their names, which carry the id of their API, but for those that two would
 * have: these get the id before them.
 */
export function composeApis(composed: readonly Composed[], key: string): ServedApi {
  const renamed = renameTools(composed.map(({ hosted, own }) => ({ id: hosted.id, catalog: own.catalog })));
  const parts = composed.map(({ hosted, own }, place): ServedPart => {
    const ownNames = renamed[place]?.ownNames ?? new Map<string, string>();
    return { hosted, own, ownName: (name) => ownNames.get(name) ?? name };
  });
  const owners = new Map<string, ServedPart>();
  for (const [place, part] of parts.entries())
    for (const { name } of renamed[place]?.catalog ?? []) owners.set(name, part);
  const catalog = renamed
    .flatMap((one): readonly CatalogEntry[] => one.catalog)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const versions = composed.map((one) => `${one.hosted.id} ${one.versions.join(', ')}`).join('; ');
  return {
    ...{ key, versions, parts, catalog, apiVersion: versions },
    profile: composeProfiles(
      composed.map(({ own }, place) => ({
        profile: own.profile,
        servedName: renamed[place]?.servedName ?? ((name) => name),
        isOwn: (name) => owners.get(name) === parts[place],
        hasTools: own.catalog.length > 0,
      })),
    ),
    partOf: (name) => owners.get(name),
    loadTool: async (name) => {
      const part = owners.get(name);
      const tool = await part?.own.loadTool(part.ownName(name));
      return tool && { ...tool, name };
    },
    answerTypes: () =>
      composeAnswerTypes(
        composed.map(({ own, hosted }, place) => ({
          id: hosted.id,
          load: own.answerTypes,
          servedName: renamed[place]?.servedName ?? ((name) => name),
        })),
      ),
    modules: Object.fromEntries(composed.flatMap(({ own }) => Object.entries(own.modules))),
    groups: composeGroups(composed.map(({ own }) => own.groups)),
  };
}

/** Groups of one name are one group of the tags of all. */
function composeGroups(all: readonly Api['groups'][]): Api['groups'] {
  const groups = new Map<string, Set<string>>();
  for (const own of all)
    for (const [group, tags] of Object.entries(own)) {
      const known = groups.get(group) ?? new Set();
      for (const tag of tags) known.add(tag);
      groups.set(group, known);
    }
  return Object.fromEntries([...groups].map(([group, tags]) => [group, [...tags]]));
}
