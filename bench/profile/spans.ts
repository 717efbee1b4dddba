/** A part of a call and the microseconds of CPU time that it takes. */
export interface Span {
  readonly name: string;
  readonly us: number;
}

/** A profile as V8 writes it. */
export interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string };
    readonly children?: readonly number[];
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

/** Which files belong to a span, by their path within the repository or from `node_modules/` on. */
export type SpanFiles = readonly (readonly [span: string, files: RegExp])[];

/** What V8 names where no file of anybody's runs. */
const WITHOUT_FILE: ReadonlyMap<string, string> = new Map([['(garbage collector)', 'collecting garbage']]);

const REST = 'Node itself';

/**
 * A profile of so many calls as spans: each sample is that of the innermost function whose file belongs to one, and what has
 * none is Node's own. Time in which nothing runs does not count.
 */
export function spansOf({ nodes, samples, timeDeltas }: Profile, files: SpanFiles, calls: number): Span[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
  const spans = new Map<number, string>();

  function spanOf(id: number): string {
    const known = spans.get(id);
    if (known !== undefined) return known;
    const frame = byId.get(id)?.callFrame;
    const place = placeOf(frame?.url ?? '');
    const parent = parents.get(id);
    const found =
      WITHOUT_FILE.get(frame?.functionName ?? '') ??
      (place === '' ? undefined : files.find(([, pattern]) => pattern.test(place))?.[0]) ??
      (parent === undefined ? REST : spanOf(parent));
    spans.set(id, found);
    return found;
  }

  const sums = new Map(files.map(([span]) => [span, 0]));
  for (const [index, id] of samples.entries()) {
    const { functionName, url } = byId.get(id)?.callFrame ?? {};
    // To begin a profile takes half a second.
    if (functionName === '(idle)' || url === 'node:inspector') continue;
    const span = spanOf(id);
    sums.set(span, (sums.get(span) ?? 0) + (timeDeltas[index] ?? 0));
  }
  return [...sums].map(([name, sum]) => ({ name, us: Math.round((sum / calls) * 10) / 10 }));
}

const ROOT = new URL('../../', import.meta.url).href;

function placeOf(url: string): string {
  const inside = url.lastIndexOf('node_modules/');
  if (inside !== -1) return url.slice(inside);
  return url.startsWith(ROOT) ? url.slice(ROOT.length) : url;
}
