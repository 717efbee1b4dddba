import { type Article, type Collection, collections, type HelpCenter, helpCenters } from '../../model/knowledge.ts';
import type { Workspace } from '../../store/workspace.ts';

/** The help center that is taken where none is named. */
export function defaultHelpCenter(workspace: Workspace): HelpCenter | undefined {
  return helpCenters(workspace).find((center) => center.default);
}

/** Ids of the help centers that an article is shown in; by its collections, so none for an article in no collection. */
export function helpCenterIds(workspace: Workspace, article: Article): number[] {
  return article.parent_ids.flatMap((id) => collections(workspace).get(id)?.help_center_id ?? []);
}

/** The public address of a help center. */
export function siteOf({ custom_domain: domain, identifier }: HelpCenter): string {
  return `https://${domain ?? `${identifier}.helpcenters.example`}`;
}

/** The public address of an article or a collection of a help center. */
export function addressIn(
  workspace: Workspace,
  centerId: number | undefined,
  { locale, id, title, section }: { locale: string; id: string; title: string; section: 'articles' | 'collections' },
): string {
  const center = helpCenters(workspace).get(centerId) ?? defaultHelpCenter(workspace);
  return `${center === undefined ? '' : siteOf(center)}/${locale}/${section}/${id}-${slug(title)}`;
}

/** The collection with everything that stands inside it, however deep. */
export function withNested(workspace: Workspace, collection: Collection): Collection[] {
  const inside = collections(workspace).filter(({ parent_id: parent }) => parent === collection.id);
  return [collection, ...inside.flatMap((child) => withNested(workspace, child))];
}

function slug(title: string): string {
  const plain = title.normalize('NFKD').replace(/\p{M}/gu, '').replace(/ß/g, 'ss').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
}
