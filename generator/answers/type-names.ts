import { camelCase } from '../text/words.ts';

/** Words that a program in TypeScript knows already, and names of ours. */
const TAKEN = [
  ...['Array', 'Boolean', 'Date', 'Error', 'Function', 'Map', 'Number', 'Object', 'Promise', 'Record', 'Set', 'String'],
  ...[
    'Symbol',
    'Partial',
    'Pick',
    'Omit',
    'Required',
    'Readonly',
    'Exclude',
    'Extract',
    'Page',
    'Time',
    'Download',
    'T',
  ],
];

/** Names that are not to be had, and all names that a type brings along. */
interface NameOptions {
  readonly taken?: Iterable<string>;
  readonly forms?: (name: string) => readonly string[];
}

/** Gives each shared schema a name as a type: `conversation_list_item` is `ConversationListItem`, and no two are alike. */
export function typeNames({ taken: more = [], forms = (name) => [name] }: NameOptions = {}): (ref: string) => string {
  const names = new Map<string, string>();
  const taken = new Set([...TAKEN, ...more]);
  const isTaken = (name: string): boolean => forms(name).some((form) => taken.has(form));
  return (ref) => {
    const known = names.get(ref);
    if (known !== undefined) return known;
    const word = camelCase(ref.split('/').at(-1) ?? '').replace(/[^A-Za-z0-9]/g, '');
    const first = /^[A-Za-z]/.test(word) ? `${word.slice(0, 1).toUpperCase()}${word.slice(1)}` : `T${word}`;
    let name = isTaken(first) ? `${first}2` : first;
    for (let count = 3; isTaken(name); count += 1) name = `${first}${count}`;
    for (const form of forms(name)) taken.add(form);
    names.set(ref, name);
    return name;
  };
}
