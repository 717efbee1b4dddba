import { existing } from '../fault.ts';
import type { Call } from '../http/call.ts';
import { type Tag, type Tagging, tags } from '../model/people.ts';
import { type RenderedTag, renderTag } from './render-tags.ts';

/** Anything that carries tags. */
export interface Tagged {
  tags: Tagging[];
  updated_at: number;
}

/** The tag with an id that a request names; throws a Fault with this code for an unknown one. */
export const namedTag = ({ workspace }: Call, id: unknown, code?: string): Tag =>
  existing(tags(workspace).get(id), 'Tag', code);

/** Puts a tag on something in an admin's name; what carries it already stays as it is. */
export function addTag({ now }: Call, thing: Tagged, tag: Tag, adminId: string): void {
  if (thing.tags.some(({ id }) => id === tag.id)) return;
  thing.tags.push({ id: tag.id, applied_at: now, applied_by: adminId });
  thing.updated_at = now;
}

/** Takes a tag off something; the tagging, or undefined where it did not carry the tag. */
export function dropTag({ now }: Call, thing: Tagged, tag: Tag): Tagging | undefined {
  const tagging = thing.tags.find(({ id }) => id === tag.id);
  if (tagging === undefined) return undefined;
  thing.tags = thing.tags.filter((kept) => kept !== tagging);
  thing.updated_at = now;
  return tagging;
}

/** Answers a request that attaches the tag `id` of its body; `code` is that of an unknown tag. */
export function attachTag(call: Call, thing: Tagged, adminId: string, code?: string): RenderedTag | undefined {
  const tag = namedTag(call, call.body.id, code);
  addTag(call, thing, tag, adminId);
  const tagging = thing.tags.find(({ id }) => id === tag.id);
  return tagging && renderTag(call.workspace, tagging);
}

/** Answers a request that detaches the tag `tagId`; `code` is that of a tag that is unknown or not on the thing. */
export function detachTag(call: Call, thing: Tagged, tagId: unknown, code?: string): RenderedTag | undefined {
  const tag = namedTag(call, tagId, code);
  return renderTag(call.workspace, existing(dropTag(call, thing, tag), 'Tag', code));
}
