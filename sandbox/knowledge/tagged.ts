import { existing } from '../fault.ts';
import { namedAdmin, tokenAdmin } from '../http/admin-of.ts';
import type { Call, Routes } from '../http/call.ts';
import { type Tagging, tags } from '../model/people.ts';
import type { Row } from '../store/table.ts';
import type { TableOf, Workspace } from '../store/workspace.ts';

interface Tagged extends Row {
  tags: Tagging[];
}

/** Tags on something as the API lists them; those that the workspace no longer has are left out. */
export function tagList(workspace: Workspace, taggings: readonly Tagging[]): unknown {
  const shown = taggings.flatMap((tagging) => {
    const tag = tags(workspace).get(tagging.id);
    return tag === undefined ? [] : [answered(tag, tagging)];
  });
  return { type: 'tag.list', tags: shown };
}

function answered(tag: { id: string; name: string }, tagging: Tagging | undefined): unknown {
  const by = tagging && { type: 'admin', id: tagging.applied_by };
  return { type: 'tag', id: tag.id, name: tag.name, applied_at: tagging?.applied_at ?? null, applied_by: by ?? null };
}

/** Puts a tag on something; one that is there already stays as it is. */
export function attachTag(row: Tagged, id: string, adminId: string, now: number): Tagging {
  const there = row.tags.find((tagging) => tagging.id === id);
  if (there !== undefined) return there;
  const tagging = { id, applied_at: now, applied_by: adminId };
  row.tags.push(tagging);
  return tagging;
}

/** Operations that put a tag on a kind of content and take it off again. */
export function tagRoutes<Kept extends Tagged>(collection: string, param: string, table: TableOf<Kept>): Routes {
  const what = param.replace(/_id$/, '');
  const rowOf = ({ workspace, params }: Call): Kept =>
    existing(table(workspace).get(params[param]), what, `${what}_not_found`);
  const tagOf = ({ workspace }: Call, id: unknown) => existing(tags(workspace).get(id), 'Tag', 'tag_not_found');
  return {
    [`POST ${collection}/{${param}}/tags`]: (call) => {
      const row = rowOf(call);
      const tag = tagOf(call, call.body.id);
      const { admin_id: adminId } = call.body;
      const admin = adminId == null ? tokenAdmin(call.workspace) : namedAdmin(call.workspace, adminId);
      return answered(tag, attachTag(row, tag.id, admin.id, call.now));
    },
    [`DELETE ${collection}/{${param}}/tags/{id}`]: (call) => {
      const row = rowOf(call);
      const tag = tagOf(call, call.params.id);
      const index = row.tags.findIndex(({ id }) => id === tag.id);
      existing(row.tags[index], 'Tag on this content', 'tag_not_found');
      row.tags.splice(index, 1);
      return answered(tag, undefined);
    },
  };
}
