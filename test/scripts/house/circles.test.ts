import fc from 'fast-check';
import { expect, test } from 'vitest';
import { circlesOf, type Graph } from '../../../scripts/house/circles.ts';

function graphOf(arrows: readonly (readonly [string, string])[]): Graph {
  const graph = new Map<string, Set<string>>();
  for (const [from, to] of arrows) graph.set(from, (graph.get(from) ?? new Set()).add(to));
  return graph;
}

/** What can be reached from a node by one arrow or more. */
function reachable(graph: Graph, from: string): Set<string> {
  const seen = new Set(graph.get(from));
  for (const node of seen) for (const next of graph.get(node) ?? []) seen.add(next);
  return seen;
}

test('a circle is every group whose members reach each other', () => {
  const node = fc.constantFrom(...'abcdefgh');
  fc.assert(
    fc.property(fc.array(fc.tuple(node, node), { maxLength: 16 }), (arrows) => {
      const graph = graphOf(arrows);
      const circles = circlesOf(graph);
      const nodes = [...new Set(arrows.flat())].sort();
      const inCircle = nodes.filter((one) => reachable(graph, one).has(one));
      expect(circles.flat().sort()).toEqual(inCircle);
      for (const one of inCircle) {
        const group = inCircle.filter((other) => reachable(graph, one).has(other) && reachable(graph, other).has(one));
        expect(circles).toContainEqual(group);
      }
    }),
  );
});
