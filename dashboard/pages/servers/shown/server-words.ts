import type { McpServerConfig } from '../../../api/schema.d.ts';

const WORDS: ReadonlySet<string> = new Set([
  'read',
  'write',
  'destructive',
  'list',
  'get',
  'create',
  'update',
  'delete',
  'action',
]);

/** What a server says of a mode that is not the usual one. */
const MODE_WORDS = {
  list: [],
  discovery: ['found by discovery'],
  code: ['called by programs'],
} satisfies Record<McpServerConfig['mode'], string[]>;

/** Tags that are named; of more their number is told. */
const NAMED = 3;

/** What a server shows, in a few words: `Read only`, `Custom: get, update`, then its tags. */
export function sayFilters({ methods, tags, tools, mode }: McpServerConfig): string[] {
  const words = methods.filter((word) => WORDS.has(word));
  const single = methods.length - words.length;
  return [
    sayMethods(words),
    ...(single > 0 ? [`${single} more by name`] : []),
    ...(tags === undefined ? [] : [sayTags(tags)]),
    ...(tools === undefined ? [] : ['chosen tools alone']),
    ...MODE_WORDS[mode],
  ];
}

function sayMethods(words: readonly string[]): string {
  const all = new Set(words);
  if (all.has('read') && all.has('write')) return 'Read and write';
  if (all.size === 1 && all.has('read')) return 'Read only';
  return words.length === 0 ? 'Custom' : `Custom: ${words.join(', ')}`;
}

function sayTags(tags: readonly string[]): string {
  const rest = tags.length - NAMED;
  return `${tags.slice(0, NAMED).map(sayTag).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

/** A tag as people write it: `ticket_types` is `ticket types`. */
export function sayTag(tag: string): string {
  return tag.replaceAll('_', ' ');
}
