import MiniSearch from 'minisearch';
import type { CatalogEntry } from '../catalog/catalog.ts';
import type { ApiProfile } from '../profile/api-profile.ts';
import { learnIntent } from './intent.ts';
import { PLAIN_SYNONYMS } from './plain-synonyms.ts';
import { queryTerms, toTerms } from './query-terms.ts';
import { createSayingsIndex, sayingsOf } from './sayings-index.ts';
import { createThesaurus } from './thesaurus.ts';
import { TEXT_FIELDS } from './tool-text.ts';

/** What an index looks at in a tool. */
export type IndexedTool = Pick<
  CatalogEntry,
  'name' | 'title' | 'description' | 'class' | 'access' | 'destructive' | 'tags' | 'inputSchema'
>;

/** A tool that a search found, and how well it fits; scores compare within one search. */
export interface Ranked<Entry extends IndexedTool = CatalogEntry> {
  readonly entry: Entry;
  readonly score: number;
}

/** Finds tools by what a user says. */
export interface ToolIndex<Entry extends IndexedTool = CatalogEntry> {
  /** The tools that fit the words and are among `allowed`, best first; none if no word fits. */
  readonly search: (words: string, allowed: ReadonlySet<string>) => readonly Ranked<Entry>[];
}

/** What the index needs to know of an API: the name that stands in every tool's, and what users say. */
export type IndexedProfile = Pick<ApiProfile, 'id' | 'synonyms' | 'sayings' | 'alwaysLoad'>;

/** Indexes a catalog: some 50 ms for 231 tools. A word of a query that is a tool's whole name puts that tool first. */
export function createToolIndex<Entry extends IndexedTool>(
  catalog: readonly Entry[],
  { id, synonyms = PLAIN_SYNONYMS, sayings = {}, alwaysLoad = [] }: IndexedProfile,
): ToolIndex<Entry> {
  const byName = new Map(catalog.map((entry) => [entry.name, entry]));
  const thesaurus = createThesaurus(synonyms);
  const intent = learnIntent(catalog);
  const atHand = new Set(alwaysLoad);
  const vocabulary = new Set<string>();
  // It stands in the name of every tool, and tells none from another, but where things are called as their API is.
  const [named = ''] = toTerms(id);
  const apiName = catalog.some(({ title }) => toTerms(title).includes(named)) ? '' : named;
  const index = new MiniSearch<Entry>({
    idField: 'name',
    fields: [...TEXT_FIELDS.keys(), SAID],
    extractField: (entry, field) => {
      if (field === SAID) return sayingsOf(entry, sayings);
      return TEXT_FIELDS.get(field)?.text(entry) ?? entry.name;
    },
    tokenize: (text) => toTerms(text).filter((term) => term !== apiName),
    processTerm: (term) => {
      vocabulary.add(term);
      return term;
    },
  });
  index.addAll(catalog);
  const closeness = createSayingsIndex(catalog, sayings);
  const boost = {
    ...Object.fromEntries([...TEXT_FIELDS].map(([field, { weight }]) => [field, weight])),
    [SAID]: SAID_WEIGHT,
  };
  return {
    search: (words, allowed) => {
      const weights = queryTerms(words, thesaurus, vocabulary);
      weights.delete(apiName);
      const prefer = intent(weights.keys(), words);
      const found = index.search([...weights.keys()].join(' '), {
        tokenize: (text) => text.split(' ').filter(Boolean),
        processTerm: (term) => term,
        boost,
        boostTerm: (term) => weights.get(term) ?? 1,
        boostDocument: (name) => prefer(byName.get(name)) * (atHand.has(name) ? AT_HAND : 1),
        // A word that tools use is meant as it is; one that none uses may be cut short or mistyped.
        prefix: (term) => term.length > 3 && !vocabulary.has(term),
        fuzzy: (term) => term.length > 3 && !vocabulary.has(term) && 0.25,
        // More wrong letters are another word, and take long to find.
        maxFuzzy: 2,
        filter: ({ id }) => allowed.has(id),
      });
      const close = closeness(weights);
      const ranked = found.flatMap(({ id, score }) => {
        const entry = byName.get(id);
        return entry === undefined ? [] : [{ entry, score: score * (1 + CLOSE * (close.get(entry.name) ?? 0)) }];
      });
      ranked.sort((a, b) => b.score - a.score);
      const best = ranked[0]?.score ?? 1;
      const named = new Set(words.split(/[^a-z0-9_]+/).filter((word) => allowed.has(word)));
      const first = [...named].flatMap((name) => byName.get(name) ?? []);
      return [
        ...first.map((entry) => ({ entry, score: best })),
        ...ranked.filter(({ entry }) => !named.has(entry.name)),
      ];
    },
  };
}

/** The field of what users say for a tool. */
const SAID = 'said';
const SAID_WEIGHT = 2;
/** How much the tools count that most tasks begin with. */
const AT_HAND = 1.2;
/** How much a saying that is met whole counts beside single words. */
const CLOSE = 2;

const indexes = new WeakMap<readonly CatalogEntry[], Map<IndexedProfile, ToolIndex>>();

/** The index of a catalog, made at the first search and kept as long as the catalog: a process makes it once. */
export function toolIndexOf(catalog: readonly CatalogEntry[], profile: IndexedProfile): ToolIndex {
  const ofCatalog = indexes.get(catalog) ?? new Map<IndexedProfile, ToolIndex>();
  indexes.set(catalog, ofCatalog);
  const index = ofCatalog.get(profile) ?? createToolIndex(catalog, profile);
  ofCatalog.set(profile, index);
  return index;
}
