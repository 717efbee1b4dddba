import { type Tagging, tags } from '../model/people.ts';
import type { Workspace } from '../store/workspace.ts';

/** A tag as an answer has it beside the thing that carries it. */
export interface RenderedTag {
  readonly type: 'tag';
  readonly id: string;
  readonly name: string;
  readonly applied_at: number;
  readonly applied_by: { readonly type: 'admin'; readonly id: string };
}

/** One tagging with its tag's name; undefined where the tag is gone. */
export function renderTag(workspace: Workspace, { id, applied_at, applied_by }: Tagging): RenderedTag | undefined {
  const tag = tags(workspace).get(id);
  if (tag === undefined) return undefined;
  return { type: 'tag', id, name: tag.name, applied_at, applied_by: { type: 'admin', id: applied_by } };
}

/** The tags of something as conversations and tickets have them: `{ type: 'tag.list', tags: [...] }`. */
export function renderTags(
  place: Workspace | { readonly workspace: Workspace },
  taggings: readonly Tagging[],
): { readonly type: 'tag.list'; readonly tags: RenderedTag[] } {
  const workspace = 'workspace' in place ? place.workspace : place;
  return { type: 'tag.list', tags: taggings.flatMap((tagging) => renderTag(workspace, tagging) ?? []) };
}
