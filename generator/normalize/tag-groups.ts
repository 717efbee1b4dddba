import { isRecord } from '../json/json-schema.ts';
import { snakeCase } from '../text/words.ts';

/** Tags within each other, from one to those that it stands under. */
const MOST_LEVELS = 8;

/** The groups that tags make by the tags that they stand under (`parent` of OpenAPI 3.2): by its slug, the slugs of all below it. */
export function tagGroups(tags: unknown): Readonly<Record<string, readonly string[]>> {
  const parents = new Map<string, string>();
  for (const tag of Array.isArray(tags) ? tags : [])
    if (isRecord(tag) && typeof tag.name === 'string' && typeof tag.parent === 'string')
      parents.set(snakeCase(tag.name), snakeCase(tag.parent));
  const groups = new Map<string, Set<string>>();
  for (const slug of parents.keys()) {
    let group = parents.get(slug);
    for (let level = 0; group !== undefined && group !== '' && group !== slug && level < MOST_LEVELS; level += 1) {
      const members = groups.get(group) ?? new Set<string>();
      groups.set(group, members.add(slug));
      group = parents.get(group);
    }
  }
  return Object.fromEntries([...groups].map(([group, members]) => [group, [...members]]));
}
