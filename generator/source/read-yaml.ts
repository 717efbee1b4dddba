import { type Document, isAlias, isMap, isNode, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';

/** What was seen of a parsed YAML document before it becomes plain data. */
export interface YamlInspection {
  /** Where keys begin that stand twice in one map. */
  readonly twins: readonly number[];
  /** Why the document has no finite value; undefined where it has one. */
  readonly problem: string | undefined;
}

/** Values that aliases may blow a text up to: so many times its own, and always so many. */
const MOST_TIMES = 10;
const ALWAYS_ALLOWED = 1_000_000;

/**
 * Looks through a document for keys that stand twice, and joins their values: maps are merged, the later one wins. Counts what
 * its aliases stand for, each written out, so that a few lines cannot become millions of values.
 */
export function inspectYaml(document: Document): YamlInspection {
  const inspecting: Inspecting = { twins: [], sizes: new Map(), nodes: 0, problem: undefined };
  const size = sizeOf(document.contents, inspecting);
  if (inspecting.problem === undefined && size > Math.max(ALWAYS_ALLOWED, inspecting.nodes * MOST_TIMES))
    inspecting.problem = `its aliases stand for ${size.toExponential(0)} values`;
  return { twins: inspecting.twins.sort((a, b) => a - b), problem: inspecting.problem };
}

interface Inspecting {
  readonly twins: number[];
  /** The values below an anchor; undefined while it is open. */
  readonly sizes: Map<string, number | undefined>;
  nodes: number;
  problem: string | undefined;
}

function sizeOf(node: unknown, inspecting: Inspecting): number {
  inspecting.nodes += 1;
  if (isAlias(node)) return sizeOfAlias(node.source, inspecting);
  if (!isMap(node) && !isSeq(node)) {
    if (isScalar(node) && node.anchor !== undefined) inspecting.sizes.set(node.anchor, 1);
    return 1;
  }
  const { anchor } = node;
  if (anchor !== undefined) inspecting.sizes.set(anchor, undefined);
  if (isMap(node)) joinTwins(node, inspecting);
  let size = 1;
  for (const item of node.items) {
    const { key, value }: { key?: unknown; value?: unknown } = isMap(node) ? (item as Pair) : { value: item };
    if (isNode(key) && !isScalar(key)) size += sizeOf(key, inspecting);
    size += sizeOf(value, inspecting);
  }
  if (anchor !== undefined) inspecting.sizes.set(anchor, size);
  return size;
}

function sizeOfAlias(name: string, inspecting: Inspecting): number {
  const size = inspecting.sizes.get(name);
  if (size === undefined)
    inspecting.problem ??= inspecting.sizes.has(name)
      ? `what &${name} names holds itself`
      : `nothing is named &${name}`;
  return size ?? 1;
}

/** One pair for each key: of several the maps as one, or else the last. */
function joinTwins(map: YAMLMap, { twins }: Pick<Inspecting, 'twins'>): void {
  const known = new Map<string, Pair>();
  let hasTwins = false;
  for (const pair of map.items) {
    const name = nameOf(pair.key);
    const before = name === undefined ? undefined : known.get(name);
    if (name !== undefined) known.set(name, pair);
    if (before === undefined) continue;
    hasTwins = true;
    twins.push(offsetOf(pair.key));
    if (isMap(before.value) && isMap(pair.value)) pair.value.items.unshift(...besides(before.value, pair.value));
  }
  if (!hasTwins) return;
  map.items = map.items.filter((pair) => {
    const name = nameOf(pair.key);
    return name === undefined || known.get(name) === pair;
  });
}

/** The pairs of a map for the first of two twins: those that both have stay in both, and are joined when the second is looked through. */
function besides({ items }: YAMLMap, second: YAMLMap): Pair[] {
  const ours = new Map(second.items.map((pair) => [nameOf(pair.key), pair]));
  return items.filter((pair) => {
    const twin = ours.get(nameOf(pair.key));
    if (twin === undefined) return true;
    if (isMap(pair.value) && isMap(twin.value)) twin.value.items.unshift(...besides(pair.value, twin.value));
    return false;
  });
}

/** The name of a key; several maps may be merged by `<<` into one. */
function nameOf(key: unknown): string | undefined {
  if (!isScalar(key) || typeof key.value === 'symbol' || key.value === '<<') return undefined;
  return String(key.value);
}

function offsetOf(key: unknown): number {
  return isNode(key) ? ((key as Node).range?.[0] ?? 0) : 0;
}
