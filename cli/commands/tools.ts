import { catalog } from '../../intercom/index.ts';
import { type CatalogEntry, filterCatalog } from '../../runtime/index.ts';
import { paint } from '../output/paint.ts';
import { table } from '../output/table.ts';

const published = [
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
  'tokens',
] as const satisfies readonly (keyof CatalogEntry)[];

/** `intercom-mcp tools`: a table for people, an array for programs. */
export const tools = async ({
  tags,
  methods,
  json,
}: {
  tags?: string[];
  methods?: string[];
  json?: boolean;
}): Promise<void> => {
  const kept = filterCatalog(catalog, { tags, methods });
  if (json) {
    // Which module holds a tool and its annotations are the server's business.
    const rows = kept.map((entry) => Object.fromEntries(published.map((key) => [key, entry[key]])));
    console.log(JSON.stringify(rows, null, 2));
    return;
  }
  const head = ['TOOL', 'CLASS', 'TOKENS', 'TITLE'];
  const [first = '', ...rows] = table(
    [
      head,
      ...kept.map(({ name, class: kind, destructive, tokens, title }) => [
        name,
        destructive ? `${kind} !` : kind,
        tokens,
        title,
      ]),
    ],
    // Undefined where it is no terminal: what is piped or kept is whole.
    process.stdout.columns,
  ).split('\n');
  console.log([paint(process.stdout, 'bold', first), ...rows].join('\n'));
  const tokens = kept.reduce((sum, entry) => sum + entry.tokens, 0);
  console.log(
    paint(
      process.stdout,
      'dim',
      `${kept.length} tools, ${tokens} tokens (o200k); ! marks what removes or cannot be undone`,
    ),
  );
};
