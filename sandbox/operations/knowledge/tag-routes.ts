import { namedAdmin, tokenAdmin } from '../../domain/people/admin-of.ts';
import { renderPlainTag, renderTag } from '../../domain/tags/render-tags.ts';
import { namedTag, putTag, takeTag } from '../../domain/tags/tagging.ts';
import type { Call, Routes } from '../../http/call.ts';
import { existing } from '../../http/fault.ts';
import type { Tagging } from '../../model/people.ts';
import type { Row } from '../../store/table.ts';
import type { TableOf } from '../../store/workspace.ts';

interface Tagged extends Row {
  tags: Tagging[];
}

/** Operations that put a tag on a kind of content and take it off again; the content is not changed by that. */
export function tagRoutes<Kept extends Tagged>(collection: string, param: string, table: TableOf<Kept>): Routes {
  const what = param.replace(/_id$/, '');
  const rowOf = ({ workspace, params }: Call): Kept =>
    existing(table(workspace).get(params[param]), what, `${what}_not_found`);
  return {
    [`POST ${collection}/{${param}}/tags`]: (call) => {
      const { workspace, body, now } = call;
      const row = rowOf(call);
      const tag = namedTag(call, body.id, 'tag_not_found');
      const admin = body.admin_id == null ? tokenAdmin(workspace) : namedAdmin(workspace, body.admin_id);
      return renderTag(workspace, putTag(row, tag, { by: admin.id, at: now }));
    },
    [`DELETE ${collection}/{${param}}/tags/{id}`]: (call) => {
      const row = rowOf(call);
      const tag = namedTag(call, call.params.id, 'tag_not_found');
      existing(takeTag(row, tag), 'Tag on this content', 'tag_not_found');
      return renderPlainTag(tag);
    },
  };
}
