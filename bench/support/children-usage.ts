import { readdirSync, readFileSync } from 'node:fs';
import { processUsage } from './process-usage.ts';

/** Begins to count the processor that the children of a process take, as Linux tells it; answers milliseconds up to the question, without those of children that have ended. */
export function countChildren(pid: number): () => number {
  const before = taken(pid);
  return () => [...taken(pid)].reduce((sum, [child, cpu]) => sum + cpu - (before.get(child) ?? 0), 0);
}

function taken(pid: number): ReadonlyMap<string, number> {
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && parentOf(name) === pid);
  return new Map(children.map((child) => [child, processUsage(Number(child))?.cpu ?? 0]));
}

function parentOf(pid: string): number | undefined {
  try {
    return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  } catch {
    // It has ended meanwhile.
    return undefined;
  }
}
