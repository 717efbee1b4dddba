import { roomOf, rooms, runtimeRoot } from './rooms.ts';
import type { Import, SourceFile } from './source-files.ts';

/** Imports that the table of rooms forbids, and files outside of every room of the runtime, as `file -> target`. */
export function trespassesOf(files: Iterable<SourceFile>): string[] {
  return [...files].flatMap(({ path, imports }) => [
    ...(roomOf(path) === 'runtime' && !runtimeRoot.includes(path) ? [`${path} is in no room of the runtime`] : []),
    ...imports.filter((found) => !isAllowed(path, found)).map(({ target }) => `${path} -> ${target}`),
  ]);
}

function isAllowed(path: string, found: Import): boolean {
  const room = roomOf(path);
  const rule = room === undefined ? undefined : rooms[room];
  if (rule === undefined) return true;
  if (found.package) return rule.packages === undefined || rule.packages.includes(packageOf(found.target));
  const listed = [...rule.imports, ...(found.typeOnly ? (rule.types ?? []) : [])];
  return roomOf(found.target) === room || listed.some((place) => holds(place, found.target));
}

function holds(place: string, target: string): boolean {
  return (
    place === target || place === roomOf(target) || (!Object.hasOwn(rooms, place) && target.startsWith(`${place}/`))
  );
}

/** `zod` of `zod/mini`; parts of Node are one package each. */
function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier;
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}
