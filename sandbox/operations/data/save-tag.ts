import { tokenAdmin } from '../../domain/people/admin-of.ts';
import { namedContact } from '../../domain/people/find-contact.ts';
import { renderPlainTag } from '../../domain/tags/render-tags.ts';
import { addTag, dropTag, namedTag, type Tagged } from '../../domain/tags/tagging.ts';
import type { Call } from '../../http/call.ts';
import { existing, invalid } from '../../http/fault.ts';
import { companies, type Tag, tags } from '../../model/people.ts';

/** A company or a user that a request names, and whether the tag goes or comes. */
interface Target {
  readonly id: string;
  readonly target: Tagged;
  readonly untag: boolean;
}

/** What a request names one company or one user by. */
interface Named {
  readonly id?: unknown;
  readonly company_id?: unknown;
  readonly untag?: unknown;
}

/** Creates or renames a tag, or puts it on companies and users and takes it off, whichever the body is made for. */
export function saveTag(call: Call): unknown {
  const { body } = call;
  const name = typeof body.name === 'string' ? body.name.trim() : '';
  if (name === '') throw invalid('A tag needs a name');
  const named = { companies: listOf(body.companies), users: listOf(body.users) };
  if (named.companies === undefined && named.users === undefined) return renderPlainTag(plainTag(call, name));
  // All are looked up before anything is changed.
  const companyTargets = named.companies?.map((item) => companyTarget(call, item));
  const userTargets = named.users?.map((item) => userTarget(call, item));
  const tag = tagFor(call, name, [...(companyTargets ?? []), ...(userTargets ?? [])]);
  return {
    ...renderPlainTag(tag),
    companies: apply(call, tag, companyTargets),
    users: apply(call, tag, userTargets),
  };
}

function listOf(value: unknown): Named[] | undefined {
  return Array.isArray(value)
    ? value.map((item: unknown) => (typeof item === 'object' && item !== null ? item : {}))
    : undefined;
}

function byName({ workspace }: Call, name: string): Tag | undefined {
  return tags(workspace).find((tag) => tag.name.toLowerCase() === name.toLowerCase());
}

function create({ workspace }: Call, name: string): Tag {
  return tags(workspace).put({ id: workspace.nextId('tag', 8001), name });
}

function plainTag(call: Call, name: string): Tag {
  const known = byName(call, name);
  if (call.body.id === undefined) return known ?? create(call, name);
  const tag = namedTag(call, call.body.id, 'not_found');
  if (known !== undefined && known !== tag) throw invalid(`There is a tag ${known.name} already`);
  tag.name = name;
  return tag;
}

/** An unknown tag is made when it is put on something, and there is nothing to take off of it. */
function tagFor(call: Call, name: string, targets: readonly Target[]): Tag {
  const known = byName(call, name);
  const isPutOn = targets.length === 0 || targets.some(({ untag }) => !untag);
  if (known === undefined && isPutOn) return create(call, name);
  return existing(known, 'Tag', 'not_found');
}

function companyTarget({ workspace }: Call, { id, company_id: own, untag }: Named): Target {
  if (id === undefined && own === undefined) throw invalid('A company is named by id or company_id');
  const table = companies(workspace);
  const company = id === undefined ? table.find((known) => known.company_id === String(own)) : table.get(id);
  return { id: String(own ?? id), target: existing(company, 'Company', 'not_found'), untag: untag === true };
}

function userTarget(call: Call, { id, untag }: Named): Target {
  if (id === undefined) throw invalid('A user is named by id');
  const contact = namedContact(call, id);
  return { id: contact.id, target: contact, untag: untag === true };
}

function apply(call: Call, tag: Tag, targets: readonly Target[] = []): { id: string; tagged: boolean }[] {
  const adminId = tokenAdmin(call.workspace).id;
  return targets.map(({ id, target, untag }) => {
    if (untag) dropTag(call, target, tag);
    else addTag(call, target, tag, adminId);
    return { id, tagged: !untag };
  });
}
