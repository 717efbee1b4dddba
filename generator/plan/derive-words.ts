import type { MethodClass, ResponseKind } from '../../runtime/tool/tool.ts';
import type { NamedOperation } from '../ir/ir.ts';
import { plainText } from '../text/plain-text.ts';
import { deriveLead } from './derive-lead.ts';

/** A title and a description made of facts. */
export interface DerivedWords {
  readonly title: string;
  readonly description: string;
}

/** Longest texts, in characters, and how many names a sentence lists: of what a read and of what a write answers. */
const longest = { title: 60, description: 400, read: 8, write: 4 };

/** What is known of an operation beside itself. */
export interface Known {
  readonly kind: MethodClass;
  /** Names of what it answers. */
  readonly answer: readonly string[];
  /** The description's own summary, where it has one: it takes the place of the first sentence. */
  readonly summary: string;
}

/**
 * Words for an operation that nobody wrote any for, of facts alone: what it does, to what, by which arguments, what it
 * needs and what it answers. `GET /contacts/{contact_id}/notes` is "List notes of a contact by contact_id. Each has id,
 * body and author."
 */
export function deriveWords(operation: NamedOperation, { kind, answer, summary }: Known): DerivedWords {
  const { fields, response, search } = operation;
  const { lead, title } = deriveLead(operation, kind);
  const isRead = kind === 'list' || kind === 'get';
  const most = isRead ? longest.read : longest.write;
  const keys = fields.filter(({ key, constant }) => constant === undefined && isName(key));
  const required = keys.filter(({ in: place, required: isNeeded }) => place !== 'path' && isNeeded);
  const finders = [
    ...keys.filter(({ in: place }) => place === 'path'),
    // `GET /visitors?user_id=` finds one by it.
    ...(kind === 'get' || kind === 'delete'
      ? required.filter(({ key, in: place }) => place === 'query' && /_?id$/.test(key))
      : []),
  ].map(({ key }) => key);
  const needed = required.map(({ key }) => key).filter((key) => !finders.includes(key));
  const searchable = [...new Set((search?.fields ?? []).map(({ name }) => name))].filter(isName);
  const sentences = [
    summary === '' ? `${lead}${finders.length > 0 ? ` by ${enumerated(finders)}` : ''}.` : sentence(summary),
    searchable.length > 0 ? `Filters by ${enumerated(tellingFirst(searchable), longest.read)}.` : '',
    needed.length > 0 ? `Needs ${enumerated(needed, longest.read)}.` : '',
    answered(response, { isList: kind === 'list', names: enumerated(tellingFirst(answer.filter(isName)), most) }),
  ];
  return {
    title: plainText(title.length > longest.title ? (title.split(' of ')[0] ?? title) : title, longest.title),
    description: plainText(sentences.filter(Boolean).join(' '), longest.description),
  };
}

/** A name that is one and no prose: what an upstream description puts in its place is left out. */
function isName(name: string): boolean {
  return /^[\w$][\w$.-]{0,39}$/.test(name);
}

/** Names by which people know a thing, and how much they tell: what is not among them comes before times alone. */
const telling = ['id', 'name', 'title', 'label', 'email', 'state', 'status', 'description', 'body', 'url'];

function tellingFirst(names: readonly string[]): string[] {
  const rank = (name: string): number => {
    const known = telling.indexOf(name);
    if (known >= 0) return known;
    return telling.length + (/_at$/.test(name) ? 1 : 0);
  };
  return names.toSorted((a, b) => rank(a) - rank(b));
}

/** `id, name and state`; of many the first, and that there are more. */
function enumerated(names: readonly string[], most = names.length): string {
  if (names.length > most) return `${names.slice(0, most).join(', ')} and more`;
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function answered(response: ResponseKind, { isList, names }: { isList: boolean; names: string }): string {
  const sentences = {
    json: names === '' ? '' : `${isList ? 'Each has' : 'Returns'} ${names}.`,
    text: 'Returns text.',
    binary: 'Returns a file.',
    none: 'Returns nothing.',
    redirect: 'Returns a link.',
    headers: 'Returns status and headers, no content.',
  } as const satisfies Record<ResponseKind, string>;
  return sentences[response];
}

function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
