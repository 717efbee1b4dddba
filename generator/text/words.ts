import { romanize } from './romanize.ts';

const irregular: Record<string, string> = {
  people: 'person',
  children: 'child',
  indices: 'index',
  addresses: 'address',
  aliases: 'alias',
  quizzes: 'quiz',
  statuses: 'status',
};
const unchanged = /(?:ss|us|is|news|series|data|status)$/;

/** The singular of an English word in snake_case: `ticket_types` -> `ticket_type`, `companies` -> `company`. */
export function singular(word: string): string {
  const cut = word.lastIndexOf('_') + 1;
  const [head, tail] = [word.slice(0, cut), word.slice(cut)];
  const known = irregular[tail];
  if (known) return head + known;
  if (unchanged.test(tail) || !tail.endsWith('s') || tail.length < 3) return word;
  if (tail.endsWith('ies') && tail.length > 4) return `${head}${tail.slice(0, -3)}y`;
  if (/(?:ss|x|z|ch|sh)es$/.test(tail)) return head + tail.slice(0, -2);
  return head + tail.slice(0, -1);
}

/** True for a word that has a singular of its own. */
export function isPlural(word: string): boolean {
  return singular(word) !== word;
}

/** Characters of a name that are looked at: no name that is made of it is as long. */
const LONGEST = 2000;

/** Any name as lower snake_case: `Help Center` -> `help_center`, `getPetById` -> `get_pet_by_id`, `用户` -> `yong_hu`. */
export function snakeCase(name: string): string {
  return romanize(name.slice(0, LONGEST))
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .toLowerCase();
}

/** Any name as a lower camelCase identifier: `SearchContacts` -> `searchContacts`. */
export function camelCase(name: string): string {
  const joined = snakeCase(name).replace(/_([a-z0-9])/g, (_match, letter: string) => letter.toUpperCase());
  return /^[0-9]/.test(joined) ? `_${joined}` : joined;
}

/** A sentence-like title: `help_center_redirects` -> `Help center redirects`. */
export function titleCase(name: string): string {
  const text = snakeCase(name).replaceAll('_', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const reserved = new Set(
  'any arguments async await boolean break case catch class const continue debugger default delete do else enum eval export extends false finally for function get if implements import in instanceof interface let never new null number object package private protected public return set static string super switch symbol this throw true try type typeof undefined unknown var void while with yield'.split(
    ' ',
  ),
);

/** Helpers of the runtime that request functions call, and the parts of a request. */
export const requestNames: readonly string[] =
  'path csv spaceDelimited pipeDelimited allowReserved formEntries deepObject given simplePath labelPath matrixPath pathSegments headerValue asciiJson asFile asPart query body headers cookies'.split(
    ' ',
  );

/** Words of the language and names that every emitted module uses itself: no export or variable may be called so. */
const ownNames = new Set([
  ...requestNames,
  ...'z longInteger defineTool time paths input modules answers apiTitle apiVersion catalogDigest connection generated groups servers timeKeys'.split(
    ' ',
  ),
]);

/** Whether a name cannot be that of a tool's export. */
export function isReservedWord(name: string): boolean {
  return reserved.has(name) || ownNames.has(name);
}
