import type { TextCheck, Verdict } from '../runtime/profile/search-profile.ts';
import { show } from '../runtime/search/notes.ts';

/** The fields that hold the id of an admin or a team, and 0 where nobody is assigned. */
export const ASSIGNEES: ReadonlySet<string> = new Set(['admin_assignee_id', 'team_assignee_id']);

/** Refuses what cannot be an id: an email address, a name. Tags by name get a hint, because they may look like an id. */
export function checkId({ field, text, loose, kind }: TextCheck): Verdict {
  if (loose) return isTag(field) && isName(text) ? { refusal: byTagName(field, text) } : undefined;
  if (text.includes('@')) return { refusal: `${field} takes an id, not ${show(text)}: ${byEmail(field, kind)}` };
  if (/\s/.test(text) || /^\d+$/.test(text)) return undefined;
  if (ASSIGNEES.has(field)) {
    const [owner, list] = field.startsWith('admin') ? ['an admin', 'admins'] : ['a team', 'teams'];
    return {
      refusal: `${field} takes the id of ${owner} (list_all_intercom_${list}), not ${show(text)}; unassigned is 0`,
    };
  }
  return isTag(field)
    ? {
        hint: `${field} takes ids of tags: ${show(text)} looks like a name and may find nothing. Find tags with list_all_intercom_tags.`,
      }
    : undefined;
}

/** Looks at the state of a search: whether somebody is assigned is none, and whether a ticket is open or closed is not told by its state. */
export function checkText({ field, text, kind, hasField }: TextCheck): Verdict {
  if (field !== 'state') return undefined;
  const word = text
    .slice(0, 200)
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
  if (/^(?:un)?assigned$/.test(word) && hasField('admin_assignee_id')) {
    const filter = { field: 'admin_assignee_id', operator: word === 'assigned' ? '!=' : '=', value: 0 };
    return { refusal: `${show(text)} is no state: ${word} is ${JSON.stringify(filter)}` };
  }
  if (kind !== 'ticket') return undefined;
  if (/^(?:open|closed)$/.test(word)) {
    const filter = { field: 'open', operator: '=', value: word === 'open' };
    return { refusal: `${show(text)} is no state of a ticket: ${word} tickets are ${JSON.stringify(filter)}` };
  }
  return undefined;
}

/** What to do about a text that is none of a field's values: states of a workspace's own are not searched by their names. */
export function insteadOfValue({ field, kind }: TextCheck): string | undefined {
  if (kind !== 'ticket' || field !== 'state') return undefined;
  return "A state of the workspace's own belongs to one of these: list_all_intercom_ticket_states says to which. Search for that one, and take the tickets whose ticket_state is yours.";
}

function isTag(field: string): boolean {
  return /^tag_ids?$/.test(field);
}

/** Neither one id nor a list of ids. */
function isName(text: string): boolean {
  return !/^[\d\s,"[\]]*$/.test(text);
}

function byTagName(field: string, text: string): string {
  return `${field} takes ids of tags (list_all_intercom_tags), not ${show(text)}`;
}

function byEmail(field: string, kind: string | undefined): string {
  if (/admin|teammate|owner|closed_by/.test(field)) return 'give the id of an admin (list_all_intercom_admins)';
  return kind === 'contact'
    ? 'filter email instead'
    : 'search contacts by email first (list_all_intercom_search_contacts) and give the id found';
}
