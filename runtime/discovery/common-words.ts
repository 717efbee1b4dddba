import type { CatalogEntry } from '../catalog/catalog.ts';
import { propertiesOf } from '../catalog/schema-properties.ts';
import { schemaComment } from './schema-comment.ts';
import type { CommonWords } from './signature.ts';

/** The words that arguments of one name have in many tools of a catalog, such as those of a cursor: once is enough. */
export function commonWords(catalog: readonly CatalogEntry[]): CommonWords {
  const counts = new Map<string, Map<string, number>>();
  for (const { inputSchema } of catalog)
    for (const [name, schema] of propertiesOf(inputSchema).properties)
      for (const part of schemaComment(schema)) {
        const parts = counts.get(name) ?? new Map<string, number>();
        counts.set(name, parts.set(part, (parts.get(part) ?? 0) + 1));
      }
  const many = Math.max(FEWEST, catalog.length * SHARE);
  const common = [...counts].map(([name, parts]) => {
    return [name, new Set([...parts].flatMap(([part, count]) => (count >= many ? [part] : [])))] as const;
  });
  return new Map(common.filter(([, parts]) => parts.size > 0));
}

/** Tools that have the same words before these are said once. */
const FEWEST = 10;
/** The same, as a part of the catalog. */
const SHARE = 0.15;

/** The common words as a sentence: `next_cursor: From the page before`. */
export function tellCommon(common: CommonWords): string {
  return [...common].map(([name, parts]) => `${name}: ${[...parts].join('; ')}`).join('. ');
}
