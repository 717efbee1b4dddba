import type { CatalogEntry } from '../../runtime/catalog/catalog.ts';
import { paint } from '../output/paint.ts';
import { table } from '../output/table.ts';

/** A tag or a group of tags, and what its tools come to. */
export interface TagSummary {
  readonly tag: string;
  readonly tools: number;
  readonly reads: number;
  readonly writes: number;
  /** What a list of them costs a model (o200k). */
  readonly tokens: number;
}

/** The tags of some tools, those of most tools first; a tool of several tags counts for each. */
export function summarizeTags(catalog: readonly CatalogEntry[]): readonly TagSummary[] {
  const found = new Map<string, { tools: number; reads: number; tokens: number }>();
  for (const { tags, access, tokens } of catalog)
    for (const tag of tags.length > 0 ? new Set(tags) : [UNTAGGED]) {
      const sum = found.get(tag) ?? { tools: 0, reads: 0, tokens: 0 };
      sum.tools += 1;
      sum.reads += access === 'read' ? 1 : 0;
      sum.tokens += tokens;
      found.set(tag, sum);
    }
  return [...found]
    .map(([tag, { tools, reads, tokens }]) => ({ tag, tools, reads, writes: tools - reads, tokens }))
    .sort((a, b) => b.tools - a.tools || (a.tag < b.tag ? -1 : 1));
}

/** What stands for tools without a tag, which no filter by tags keeps. */
const UNTAGGED = '(none)';

/** The same as a table. */
export function listTags(summaries: readonly TagSummary[]): string {
  const rows = summaries.map(({ tag, tools, reads, writes, tokens }) => [tag, tools, reads, writes, tokens]);
  const [head = '', ...lines] = table([['TAG', 'TOOLS', 'READS', 'WRITES', 'TOKENS'], ...rows]).split('\n');
  return [paint(process.stdout, 'bold', head), ...lines].join('\n');
}
