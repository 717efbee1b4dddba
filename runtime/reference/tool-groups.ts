import type { CatalogEntry } from '../catalog/catalog.ts';

/** Groups of tags, each by the tags and tools that it is made of, as the generator writes them. */
export type TagGroups = Readonly<Record<string, readonly string[]>>;

/** The tags of a tool, and the groups among them, which a catalog does not tell apart. */
export function splitTags(
  { tags }: Pick<CatalogEntry, 'tags'>,
  groups: TagGroups,
): { readonly tags: readonly string[]; readonly groups: readonly string[] } {
  const isGroup = (tag: string): boolean => Object.hasOwn(groups, tag);
  return { tags: tags.filter((tag) => !isGroup(tag)), groups: tags.filter(isGroup) };
}
