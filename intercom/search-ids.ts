import { show } from '../runtime/search/notes.ts';
import type { SearchContext } from '../runtime/search/search-context.ts';
import type { SearchRules } from '../runtime/tool/tool.ts';
import { foundBy } from './search-aliases.ts';

/** True for a field that holds ids of Intercom; an external_id is the workspace's own and may be any text. */
export const isIdField = (name: string): boolean => /(?:^|[._])ids?$/.test(name) && name !== 'external_id';

/** True for the fields that hold the id of an admin or a team, and 0 where nobody is assigned. */
export const isAssignee = (name: string): boolean => /^(?:admin|team)_assignee_id$/.test(name);

const nobody = new Set([
  '',
  '0',
  'null',
  'nil',
  'none',
  'nobody',
  'no one',
  'noone',
  'unassigned',
  'undefined',
  'empty',
]);

/** True for what callers write where nobody is assigned. */
export const isNobody = (value: unknown): boolean =>
  value === null || value === 0 || (typeof value === 'string' && nobody.has(value.trim().toLowerCase()));

/** Refuses what cannot be an id: an email address, a name. Tags by name get a hint, because they may look like an id. */
export function checkId(field: string, value: string, place: string, { rules, notes }: SearchContext): boolean {
  if (!isIdField(field)) return true;
  const refuse = (message: string): false => {
    notes.refuse(place, message);
    return false;
  };
  if (value.includes('@')) return refuse(`${field} takes an id, not ${show(value)}: ${byEmail(field, rules)}`);
  if (/\s/.test(value)) return refuse(`${field} takes an id, not ${show(value)}: look the id up by the name first`);
  if (isAssignee(field) && !/^\d+$/.test(value))
    return refuse(
      `${field} takes the id of ${field.startsWith('admin') ? 'an admin' : 'a team'}, not ${show(value)}; unassigned is 0`,
    );
  if (/^tag_ids?$/.test(field) && !/^\d+$/.test(value))
    notes.hint(
      `${field} takes ids of tags: ${show(value)} looks like a name and may find nothing. List the tags for their ids.`,
    );
  return true;
}

/** Refuses a tag by its name where the field is named loosely, `tags = "vip"`: nothing then says that an id was meant. */
export function checkTags(field: string, values: readonly unknown[], place: string, { notes }: SearchContext): boolean {
  const isName = (value: unknown): boolean => typeof value === 'string' && !/^[\d\s,"[\]]*$/.test(value);
  const name = /^tag_ids?$/.test(field) ? values.find(isName) : undefined;
  if (name === undefined) return true;
  notes.refuse(place, `${field} takes ids of tags, not ${show(name)}: list the tags and give the id`);
  return false;
}

function byEmail(field: string, rules: SearchRules): string {
  if (/admin|teammate|owner|closed_by/.test(field)) return 'list the admins and give the id';
  return foundBy(rules) === 'contact' ? 'filter email instead' : 'search contacts by email first and give the id found';
}
