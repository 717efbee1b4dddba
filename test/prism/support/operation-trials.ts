import { catalog, loadTool } from '../../../intercom/catalog.ts';
import type { CatalogEntry } from '../../../runtime/catalog/catalog.ts';
import type { Tool } from '../../../runtime/tool/tool.ts';
import { withoutLookUps } from '../../support/look-ups.ts';
import type { Passed, Relay } from '../../support/relay.ts';
import { type Round, sampleArguments } from '../../support/sample-arguments.ts';
import { fittingQuery } from '../../support/sample-search.ts';
import type { SampleSchema } from '../../support/sample-value.ts';
import type { StdioSession, ToolAnswer } from './stdio-session.ts';

/** One call of a tool: what was given, what was sent, and what came back. */
export interface Trial {
  readonly entry: CatalogEntry;
  readonly tool: Tool;
  /** `next page` passes on the `next_cursor` of an answer. */
  readonly round: Round | 'next page';
  readonly arguments: Readonly<Record<string, unknown>>;
  /** Without what was only read for names. */
  readonly sent: readonly Passed[];
  readonly answer: ToolAnswer;
}

/** Calls every tool of the catalogue with every sample of its arguments, and its next page once where there is one. */
export async function tryOperations(session: StdioSession, relay: Relay): Promise<Trial[]> {
  const trials: Trial[] = [];
  for (const entry of catalog) {
    const tool = await loadTool(entry.name);
    if (tool === undefined) throw new Error(`${entry.name} is in the catalogue and cannot be loaded`);
    const attempt = async (round: Trial['round'], args: Trial['arguments']): Promise<ToolAnswer> => {
      const answer = await session.call(entry.name, args);
      trials.push({ entry, tool, round, arguments: args, sent: withoutLookUps(relay.take(), entry), answer });
      return answer;
    };
    let turned = false;
    // A catalogue's schema has the keywords that the generator writes.
    const schema = entry.inputSchema as SampleSchema;
    for (const { round, arguments: sampled } of sampleArguments({ schema, cases: tool.cases })) {
      const args = tool.search ? { ...sampled, query: fittingQuery(tool.search, sampled.query) } : sampled;
      const cursor = cursorOf(await attempt(round, args));
      if (cursor === undefined || turned) continue;
      turned = true;
      await attempt('next page', { ...args, next_cursor: cursor });
    }
  }
  return trials;
}

/** A call in words for the message of a failed test. */
export function describeTrial({ entry, round, arguments: args }: Trial): string {
  return `${entry.name} (${round}) ${JSON.stringify(args)}`;
}

function cursorOf({ value }: ToolAnswer): string | undefined {
  const cursor = typeof value === 'object' && value !== null && 'next_cursor' in value ? value.next_cursor : undefined;
  return typeof cursor === 'string' ? cursor : undefined;
}
