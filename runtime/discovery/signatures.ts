import type { CatalogEntry } from '../catalog/catalog.ts';
import { commonWords } from './common-words.ts';
import { commentText } from './schema-comment.ts';
import { type CommonWords, signature } from './signature.ts';

/** The signatures of a catalog's tools. */
export interface Signatures {
  /** What is said once for all of them. */
  readonly common: CommonWords;
  /** The signature of one tool, made when it is first asked for. */
  readonly of: (entry: CatalogEntry) => string;
}

const prepared = new WeakMap<readonly CatalogEntry[], Signatures>();

/** The signatures of a catalog, kept as long as the catalog. */
export function signaturesOf(catalog: readonly CatalogEntry[]): Signatures {
  const known = prepared.get(catalog) ?? createSignatures(catalog);
  prepared.set(catalog, known);
  return known;
}

function createSignatures(catalog: readonly CatalogEntry[]): Signatures {
  const common = commonWords(catalog);
  const texts = new WeakMap<CatalogEntry, string>();
  return {
    common,
    of: (entry) => {
      const text = texts.get(entry) ?? signature(entry, common);
      texts.set(entry, text);
      return text;
    },
  };
}

/** All that a model has to know to call a tool: what it does, and its signature. */
export function describeTool(entry: CatalogEntry, { of }: Pick<Signatures, 'of'>): string {
  return `// ${kindOf(entry)}. ${commentText(entry.description)}\n${of(entry)}`;
}

/** What a tool may do, in a word or two. */
export function kindOf({ access, destructive }: Pick<CatalogEntry, 'access' | 'destructive'>): string {
  return destructive ? `${access}, destructive` : access;
}
