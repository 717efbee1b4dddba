import { dirname } from 'node:path';
import type { SourceFile } from './source-files.ts';

/** What imports what, of files or of folders. */
export type Graph = ReadonlyMap<string, ReadonlySet<string>>;

/** Which files import which, types included. */
export function fileGraph(files: ReadonlyMap<string, SourceFile>): Graph {
  return new Map(
    [...files.values()].map(({ path, imports }) => [
      path,
      new Set(imports.map(({ target }) => target).filter((target) => files.has(target))),
    ]),
  );
}

/** Which folders import which: a folder is the files that stand in it, so a parent and a child can be a circle. */
export function folderGraph(files: Graph): Graph {
  const folders = new Map<string, Set<string>>();
  for (const [file, targets] of files) {
    const folder = dirname(file);
    const imported = folders.get(folder) ?? new Set();
    folders.set(folder, imported);
    for (const target of targets) if (dirname(target) !== folder) imported.add(dirname(target));
  }
  return folders;
}

/** The circles of a graph: each group of nodes that all reach each other, sorted; a node that imports itself is one. */
export function circlesOf(graph: Graph): string[][] {
  const circles: string[][] = [];
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const waiting = new Set<string>();

  // Tarjan's strongly connected components.
  const visit = (node: string): void => {
    let low = order.size;
    order.set(node, low);
    open.push(node);
    waiting.add(node);
    for (const next of graph.get(node) ?? []) {
      if (!order.has(next)) visit(next);
      if (waiting.has(next)) low = Math.min(low, lowest.get(next) ?? order.get(next) ?? low);
    }
    lowest.set(node, low);
    if (low !== order.get(node)) return;
    const group = open.splice(open.indexOf(node));
    for (const member of group) waiting.delete(member);
    if (group.length > 1 || graph.get(node)?.has(node)) circles.push(group.sort());
  };

  for (const node of graph.keys()) if (!order.has(node)) visit(node);
  return circles.sort((one, other) => ((one[0] ?? '') < (other[0] ?? '') ? -1 : 1));
}
