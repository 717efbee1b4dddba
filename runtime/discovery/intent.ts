import type { CatalogEntry } from '../catalog/catalog.ts';
import { toTerms } from './query-terms.ts';

/** What tells of a tool's intent. */
type Intended = Pick<CatalogEntry, 'title' | 'access' | 'destructive'>;

/** How much a tool counts for words of a certain kind; 1 is neutral. */
export type Preference = (entry: Intended | undefined) => number;

/**
 * Learns from the titles of a catalog which verbs change something and which remove something: a title starts with what
 * the tool does. Words that ask for no change prefer what reads, and what removes has to be asked for.
 */
export function learnIntent(catalog: readonly Intended[]): (terms: Iterable<string>, words: string) => Preference {
  const verbs = (kept: (entry: Intended) => boolean) => new Set(catalog.filter(kept).flatMap(titleVerbs));
  const reading = verbs(({ access }) => access === 'read');
  const writing = without(
    verbs(({ access }) => access === 'write'),
    reading,
  );
  const harmless = verbs(({ destructive }) => !destructive);
  const removing = without(
    verbs(({ destructive }) => destructive),
    harmless,
  );
  return (terms, words) => {
    const asks = isQuestion(words);
    const said = [...terms];
    const writes = said.some((term) => writing.has(term));
    const removes = said.some((term) => removing.has(term));
    return (entry) => {
      if (entry?.access === 'read') return asks ? ASKED : writes ? 1 : READ;
      return entry?.destructive && !removes ? REMOVE : 1;
    };
  };
}

function without(terms: ReadonlySet<string>, others: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...terms].filter((term) => !others.has(term)));
}

const READ = 1.3;
const ASKED = 2;
const REMOVE = 0.7;

/** Words that begin as a question does, or ask to be shown something, want to know and change nothing. */
function isQuestion(words: string): boolean {
  const [first = '', second = ''] = words
    .toLowerCase()
    .split(/[^a-z']+/)
    .filter((word) => word !== '' && !POLITE.has(word));
  return QUESTION.has(first) || ((first === 'give' || first === 'tell') && second === 'me');
}

const POLITE: ReadonlySet<string> = new Set(
  'please pls plz hi hey hello ok okay so and can could would you u i we need want to'.split(' '),
);
const QUESTION: ReadonlySet<string> = new Set(
  `what what's whats which who who's whose where when why how is are was were do does did has have any all every list
  show find get look see`.split(/\s+/),
);

/** `Close, snooze or assign conversation` starts with three verbs. */
function titleVerbs({ title }: Pick<CatalogEntry, 'title'>): string[] {
  const [first = '', ...others] = title.split(/, | or /);
  return [first, ...others].flatMap((part) => toTerms(part).slice(0, 1));
}
