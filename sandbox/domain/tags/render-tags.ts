import { type Tag, type Tagging, tags } from '../../model/people.ts';
import type { Workspace } from '../../store/workspace.ts';

/** A tag as an answer has it beside the thing that carries it. */
export interface RenderedTag {
  readonly type: 'tag';
  readonly id: string;
  readonly name: string;
  readonly applied_at: number;
  readonly applied_by: { readonly type: 'admin'; readonly id: string };
}

/** A tag by itself. */
export function renderPlainTag({ id, name }: Tag) {
  return { type: 'tag', id, name } as const;
}

/** One tagging with its tag's name; undefined where the tag is gone. */
export function renderTag(workspace: Workspace, { id, applied_at, applied_by }: Tagging): RenderedTag | undefined {
  const tag = tags(workspace).get(id);
  if (tag === undefined) return undefined;
  return { ...renderPlainTag(tag), applied_at, applied_by: { type: 'admin', id: applied_by } };
}

/** The tags of something with who put them there; those that the workspace no longer has are left out. */
export function renderTags(
  source: Workspace | { readonly workspace: Workspace },
  taggings: readonly Tagging[],
): { readonly type: 'tag.list'; readonly tags: RenderedTag[] } {
  const workspace = 'workspace' in source ? source.workspace : source;
  return { type: 'tag.list', tags: taggings.flatMap((tagging) => renderTag(workspace, tagging) ?? []) };
}
