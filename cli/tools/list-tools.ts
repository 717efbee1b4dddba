import type { CatalogEntry } from '../../runtime/catalog/catalog.ts';
import { importLine } from '../../runtime/catalog/import-line.ts';
import type { LoadedApi } from '../api/load-api.ts';
import { paint } from '../output/paint.ts';
import { table } from '../output/table.ts';

const keys = [
  'name',
  'title',
  'description',
  'class',
  'access',
  'destructive',
  'tags',
  'method',
  'path',
  'inputSchema',
  'annotations',
  'tokens',
] as const satisfies readonly (keyof CatalogEntry)[];

/** Tools of an API for programs: their definitions, all that a digest is of among them, and how they are imported. */
export function publishTools(kept: readonly CatalogEntry[], { moduleOf }: Pick<LoadedApi, 'moduleOf'>): object[] {
  return kept.map((entry) => ({
    ...Object.fromEntries(keys.map((key) => [key, entry[key]])),
    import: importLine(entry, moduleOf),
  }));
}

/** Tools as a table. */
export function listTools(kept: readonly CatalogEntry[]): string {
  const rows = kept.map(({ name, class: kind, destructive, tokens, title }) => {
    return [name, destructive ? `${kind} !` : kind, tokens, title];
  });
  // The width is undefined where it is no terminal: what is piped or kept is whole.
  const lines = table([['TOOL', 'CLASS', 'TOKENS', 'TITLE'], ...rows], process.stdout.columns).split('\n');
  const [head = '', ...rest] = lines;
  const tokens = kept.reduce((sum, entry) => sum + entry.tokens, 0);
  const total = `${kept.length} tools, ${tokens} tokens (o200k); ! marks what removes or cannot be undone`;
  return [paint(process.stdout, 'bold', head), ...rest, paint(process.stdout, 'dim', total)].join('\n');
}
