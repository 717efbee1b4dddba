import MiniSearch from 'minisearch';
import type { Synonyms } from '../../intercom/synonyms.ts';
import type { CatalogEntry } from '../catalog/catalog.ts';
import { learnIntent } from './intent.ts';
import { queryTerms, toTerms } from './query-terms.ts';
import { createThesaurus } from './thesaurus.ts';
import { TEXT_FIELDS } from './tool-text.ts';

/** Finds tools by what a user says. */
export interface ToolIndex {
  /** The tools that fit the words and are among `allowed`, best first; none if no word fits. */
  readonly search: (words: string, allowed: ReadonlySet<string>) => readonly CatalogEntry[];
}

/** Indexes a catalog: some 50 ms for 231 tools. A word of a query that is a tool's whole name puts that tool first. */
export function createToolIndex(catalog: readonly CatalogEntry[], synonyms: Synonyms): ToolIndex {
  const byName = new Map(catalog.map((entry) => [entry.name, entry]));
  const thesaurus = createThesaurus(synonyms);
  const intent = learnIntent(catalog);
  const vocabulary = new Set<string>();
  const index = new MiniSearch<CatalogEntry>({
    idField: 'name',
    fields: [...TEXT_FIELDS.keys()],
    extractField: (entry, field) => TEXT_FIELDS.get(field)?.text(entry) ?? entry.name,
    tokenize: (text) => toTerms(text),
    processTerm: (term) => {
      vocabulary.add(term);
      return term;
    },
  });
  index.addAll(catalog);
  const boost = Object.fromEntries([...TEXT_FIELDS].map(([field, { weight }]) => [field, weight]));
  return {
    search: (words, allowed) => {
      const weights = queryTerms(words, thesaurus, vocabulary);
      const prefer = intent(weights.keys());
      const found = index.search([...weights.keys()].join(' '), {
        tokenize: (text) => text.split(' ').filter(Boolean),
        processTerm: (term) => term,
        boost,
        boostTerm: (term) => weights.get(term) ?? 1,
        boostDocument: (name) => prefer(byName.get(name)),
        // A word that tools use is meant as it is; one that none uses may be cut short or mistyped.
        prefix: (term) => term.length > 3 && !vocabulary.has(term),
        fuzzy: (term) => term.length > 3 && !vocabulary.has(term) && 0.25,
        filter: ({ id }) => allowed.has(id),
      });
      const named = words.split(/[^a-z0-9_]+/).filter((word) => allowed.has(word));
      const names = new Set([...named, ...found.map(({ id }) => String(id))]);
      return [...names].flatMap((name) => byName.get(name) ?? []);
    },
  };
}

const indexes = new WeakMap<readonly CatalogEntry[], Map<Synonyms, ToolIndex>>();

/** The index of a catalog, made at the first search and kept as long as the catalog: a process makes it once. */
export function toolIndexOf(catalog: readonly CatalogEntry[], synonyms: Synonyms): ToolIndex {
  const ofCatalog = indexes.get(catalog) ?? new Map<Synonyms, ToolIndex>();
  indexes.set(catalog, ofCatalog);
  const index = ofCatalog.get(synonyms) ?? createToolIndex(catalog, synonyms);
  ofCatalog.set(synonyms, index);
  return index;
}
