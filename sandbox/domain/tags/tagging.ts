import type { Call } from '../../http/call.ts';
import { existing } from '../../http/fault.ts';
import { type Tag, type Tagging, tags } from '../../model/people.ts';
import { type RenderedTag, renderTag } from './render-tags.ts';

/** Anything that carries tags. */
export interface Tagged {
  tags: Tagging[];
  updated_at: number;
}

/** The tag with an id that a request names; throws a Fault with this code for an unknown one. */
export function namedTag({ workspace }: Call, id: unknown, code?: string): Tag {
  return existing(tags(workspace).get(id), 'Tag', code);
}

/** Puts a tag on something in an admin's name, at a time in unix seconds; one that is there already stays as it is. */
export function putTag(
  tagged: Pick<Tagged, 'tags'>,
  { id }: Pick<Tag, 'id'>,
  { by, at }: { readonly by: string; readonly at: number },
): Tagging {
  const there = tagged.tags.find((tagging) => tagging.id === id);
  if (there !== undefined) return there;
  const tagging = { id, applied_at: at, applied_by: by };
  tagged.tags.push(tagging);
  return tagging;
}

/** Takes a tag off something; the tagging, or undefined where it did not carry the tag. */
export function takeTag(tagged: Pick<Tagged, 'tags'>, { id }: Tag): Tagging | undefined {
  const tagging = tagged.tags.find((one) => one.id === id);
  tagged.tags = tagged.tags.filter((one) => one !== tagging);
  return tagging;
}

/** Puts a tag on something that is changed by that; what carries it already stays as it is. */
export function addTag({ now }: Call, tagged: Tagged, tag: Tag, adminId: string): Tagging {
  const before = tagged.tags.length;
  const tagging = putTag(tagged, tag, { by: adminId, at: now });
  if (tagged.tags.length > before) tagged.updated_at = now;
  return tagging;
}

/** Takes a tag off something that is changed by that; the tagging, or undefined where it did not carry the tag. */
export function dropTag({ now }: Call, tagged: Tagged, tag: Tag): Tagging | undefined {
  const tagging = takeTag(tagged, tag);
  if (tagging !== undefined) tagged.updated_at = now;
  return tagging;
}

/** Answers a request that attaches the tag `id` of its body; `code` is that of an unknown tag. */
export function attachTag(call: Call, tagged: Tagged, adminId: string, code?: string): RenderedTag | undefined {
  const tag = namedTag(call, call.body.id, code);
  return renderTag(call.workspace, addTag(call, tagged, tag, adminId));
}

/** Answers a request that detaches the tag `tagId`; `code` is that of a tag that is unknown or not on the tagged. */
export function detachTag(call: Call, tagged: Tagged, tagId: unknown, code?: string): RenderedTag | undefined {
  const tag = namedTag(call, tagId, code);
  return renderTag(call.workspace, existing(dropTag(call, tagged, tag), 'Tag', code));
}
