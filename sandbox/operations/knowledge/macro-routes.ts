import { tokenAdmin } from '../../domain/people/admin-of.ts';
import { latestFirst } from '../../generic/order.ts';
import { toMarkdown } from '../../html/markdown.ts';
import type { Call, Routes } from '../../http/call.ts';
import { existing } from '../../http/fault.ts';
import { type Macro, macros } from '../../model/knowledge.ts';
import { page } from '../../paging/page.ts';

/** List and get of the saved replies that the token's admin may see. */
export const macroRoutes: Routes = {
  'GET /macros': (call) => {
    const since = Number(call.query.updated_since ?? 0);
    return page(call, latestFirst(visible(call).filter((row) => row.updated_at >= since)), answered);
  },
  'GET /macros/{id}': (call) =>
    answered(
      existing(
        visible(call).find(({ id }) => id === call.params.id),
        'Macro',
      ),
    ),
};

function visible({ workspace }: Call): Macro[] {
  const own = tokenAdmin(workspace).team_ids.map(String);
  return macros(workspace).filter(
    (row) => row.visible_to === 'everyone' || row.visible_to_team_ids.some((id) => own.includes(id)),
  );
}

function answered(row: Macro): unknown {
  return {
    type: 'macro',
    ...row,
    body: row.body.replace(PLACEHOLDER, (_all, key: string, fallback = '') => {
      const escaped = fallback.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
      return `<attribute key="${key}" default="${escaped}"/>`;
    }),
    body_text: toMarkdown(row.body),
    created_at: isoTime(row.created_at),
    updated_at: isoTime(row.updated_at),
  };
}

/** Such as `{{user.name | fallback: 'there'}}`. */
const PLACEHOLDER = /\{\{\s*([\w.]+)\s*(?:\|\s*fallback:\s*'([^']*)'\s*)?\}\}/g;

function isoTime(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}
