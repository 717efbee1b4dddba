import { beforeAll, describe, expect, test } from 'vitest';
import { catalog, loadTool } from '../../intercom/catalog.ts';
import { createClient } from '../../intercom/client.ts';
import { toErrorResult } from '../../runtime/mcp/result.ts';
import { createSandbox } from '../../sandbox/index.ts';
import { whyStuck } from './support/judge-error.ts';
import { type Mistake, type MistakeKind, mistakesWith, rightArguments } from './support/mistakes.ts';
import { START } from './support/sandbox.ts';

/** A mistake that was made with a tool, and what a model read of it. */
interface Made extends Mistake {
  readonly tool: string;
  readonly text: string;
}

/** How many mistakes of each tool are looked at, and how many of one kind. */
const EACH = 3;
const MOST: Partial<Record<MistakeKind, number>> = { 'unknown id in the path': 2, 'misspelt argument': 3 };

const ABOUT_ALL: ReadonlySet<MistakeKind> = new Set(['unknown id in the path', 'id of another kind', 'said twice']);

async function likeliestMistakes(): Promise<Made[]> {
  const sandbox = createSandbox({ strict: true, rateLimit: 1_000_000, now: () => START });
  const state = sandbox.snapshot();
  const client = createClient({
    token: 'sandbox',
    baseUrl: 'http://localhost',
    now: () => START,
    fetch: (input, init) => sandbox.fetch(input, init),
  });
  const made: Made[] = [];
  for (const entry of catalog) {
    const tool = await loadTool(entry.name);
    if (tool === undefined) throw new Error(`${entry.name} cannot be loaded`);
    const told = async (given: Mistake['given']): Promise<string | undefined> => {
      try {
        await client.exchange(tool, given);
        return undefined;
      } catch (error) {
        const [first] = toErrorResult(error).content;
        return first?.type === 'text' ? first.text.replace(/ \(request id [^)]*\)/, '') : '';
      }
    };
    const kinds = new Map<MistakeKind, number>();
    // Where an id is made up whatever is given, what is said of that hides other mistakes.
    const isHidden = async ({ kind }: Mistake, text: string): Promise<boolean> => {
      if (ABOUT_ALL.has(kind) || !text.includes('HTTP ')) return false;
      const unmistaken = await told(rightArguments(tool, entry, state));
      if (tool.access === 'write' && unmistaken === undefined) sandbox.reset();
      return text === unmistaken;
    };
    for (const mistake of mistakesWith(tool, entry, state)) {
      const count = kinds.get(mistake.kind) ?? 0;
      if ([...kinds.values()].reduce((sum, one) => sum + one, 0) >= EACH) break;
      if (count >= (MOST[mistake.kind] ?? 1)) continue;
      if (mistake.kind === 'said twice') await told(mistake.given);
      const text = await told(mistake.given);
      // What is refused changes nothing, which another test holds.
      if (tool.access === 'write' && (text === undefined || mistake.kind === 'said twice')) sandbox.reset();
      if (text === undefined || (await isHidden(mistake, text))) continue;
      kinds.set(mistake.kind, count + 1);
      made.push({ ...mistake, tool: entry.name, text });
    }
  }
  return made;
}

describe('the likeliest mistakes with every tool, and what a model reads of them', () => {
  let made: readonly Made[] = [];
  beforeAll(async () => {
    made = await likeliestMistakes();
  });

  test('three were made with each tool', () => {
    const counts = Map.groupBy(made, ({ tool }) => tool);
    expect(catalog.filter(({ name }) => counts.get(name)?.length !== EACH).map(({ name }) => name)).toEqual([]);
  });

  test('the next call can be right: each says what to do, names the argument and, for an id, the tool that finds it', () => {
    const stuck = made
      .map((each) => ({ ...each, why: whyStuck(each, each.text) }))
      .filter(({ why }) => why !== undefined)
      .map(({ tool, kind, argument, why, text }) => `${tool} (${kind} ${argument}) ${why}: ${text}`);
    expect(stuck).toEqual([]);
  });

  test('an id of another kind is told what it has to name', () => {
    const swapped = made.filter(({ kind, text }) => kind === 'id of another kind' && text.includes('HTTP 404'));
    expect(swapped.length).toBeGreaterThan(90);
    expect(swapped.filter(({ text }) => !/ids? (?:in|of)|no such|one of them|Give|Correct/.test(text))).toEqual([]);
  });
});
