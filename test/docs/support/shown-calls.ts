import { catalog } from '../../../intercom/catalog.ts';
import { type Block, blocksOf, textOf } from './pages.ts';

/** A call that a page shows: the tool that was named last, its arguments, what the page says of the answer. */
export interface ShownCall {
  readonly heading: string;
  readonly tool: string;
  readonly input: Record<string, unknown>;
  /** What stands between the arguments and the next call. */
  readonly after: string;
  /** A part of the answer. */
  readonly answer: unknown;
}

const names: ReadonlySet<string> = new Set(catalog.map(({ name }) => name));

/** Every call of a page, in its order. */
export function shownCalls(page: string): readonly ShownCall[] {
  const lines = textOf(page).split('\n');
  const blocks = blocksOf('json').filter((block) => block.page === page);
  const calls = blocks.filter(({ note }) => note === '');
  return calls.map(({ line, text }, index) => {
    const before = lines.slice(0, line - 1);
    const after = lines.slice(line, (calls[index + 1]?.line ?? Number.POSITIVE_INFINITY) - 1).join('\n');
    return {
      heading: before.findLast((candidate) => candidate.startsWith('## ') || candidate.startsWith('### ')) ?? '',
      tool:
        [...before.join('\n').matchAll(/`(\w+)`/g)].map(([, name = '']) => name).findLast((name) => names.has(name)) ??
        '',
      input: JSON.parse(text),
      after,
      answer: answerOf(
        blocks.find((block) => block.note === 'answer' && block.line > line),
        calls[index + 1],
      ),
    };
  });
}

function answerOf(answer: Block | undefined, next: Block | undefined): unknown {
  return answer && (next === undefined || answer.line < next.line) ? JSON.parse(answer.text) : undefined;
}
