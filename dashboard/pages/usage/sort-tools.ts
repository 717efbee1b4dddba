import type { Use } from '../../api/schema.d.ts';

/** A row of the table of tools. */
export type ToolUse = Use['tools'][number];

/** What tools can be sorted by. */
export const columns = {
  calls: { name: 'Calls', read: ({ calls }) => calls },
  errors: { name: 'Errors', read: ({ errors }) => errors },
  p50: { name: 'p50', read: ({ p50_ms }) => p50_ms },
  p95: { name: 'p95', read: ({ p95_ms }) => p95_ms },
} as const satisfies Record<string, { readonly name: string; readonly read: (tool: ToolUse) => number | null }>;

export type Column = keyof typeof columns;

/** The names of {@link columns}. */
export const columnNames = Object.keys(columns) as readonly Column[];

/** By what, and in which direction. */
export interface Sort {
  readonly by: Column;
  readonly isUp: boolean;
}

/** How an address wants tools sorted: those with the most calls first unless it says so, such as `-p95`. */
export function readSort(text: string | null): Sort {
  const isUp = text !== null && !text.startsWith('-');
  const by = columnNames.find((name) => name === text?.replace(/^-/, ''));
  return by === undefined ? { by: 'calls', isUp: false } : { by, isUp };
}

/** The same as an address has it; undefined where it need not. */
export function writeSort({ by, isUp }: Sort): string | undefined {
  if (by === 'calls' && !isUp) return undefined;
  return `${isUp ? '' : '-'}${by}`;
}

/** Sorted rows; those without a value come last either way. */
export function sortTools(tools: readonly ToolUse[], { by, isUp }: Sort): ToolUse[] {
  const { read } = columns[by];
  const last = isUp ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  const order = (one: ToolUse, other: ToolUse): number => {
    const [a, b] = [read(one) ?? last, read(other) ?? last];
    return a === b ? one.tool.localeCompare(other.tool) : (a - b) * (isUp ? 1 : -1);
  };
  return [...tools].sort(order);
}
