import type { Api } from '../runtime/catalog/api.ts';
import { once } from '../runtime/value/once.ts';
import { apiVersion } from './connection.ts';

/** Versions that there are tools of beside the one that is served where none is chosen. */
const others = {
  '2.14': once(() => import('./api-2.14.ts')),
  '2.15': once(() => import('./api-2.15.ts')),
} as const satisfies Readonly<Record<string, () => Promise<{ readonly intercom: Api }>>>;

const usual = once(() => import('./catalog.ts'));

/** The versions of Intercom's API that there are tools of, oldest first. */
export const TOOL_VERSIONS: readonly string[] = [...Object.keys(others), apiVersion].sort(compareVersions);

/** The tools for a version of Intercom's API, of {@link toolVersionFor} it; of none but that version anything is loaded. */
export async function openApi(version: string = apiVersion): Promise<Api> {
  const found = toolVersionFor(version);
  const load = isOther(found) ? others[found] : usual;
  return (await load()).intercom;
}

/**
 * The version whose tools do for a version of the API: the same where there are tools of it, else the nearest older one, else the
 * oldest. What is no number, such as `Unstable`, comes after all numbers.
 */
export function toolVersionFor(version: string): string {
  const older = TOOL_VERSIONS.filter((known) => compareVersions(known, version) <= 0);
  return older.at(-1) ?? TOOL_VERSIONS[0] ?? apiVersion;
}

/** What to tell who chose a version that there are no tools of; undefined where there are. */
export function otherVersionNote(version: string): string | undefined {
  const found = toolVersionFor(version);
  if (found === version) return undefined;
  return `There are no tools of version ${version} of Intercom's API: those of ${found} are used, and ask for ${version}.`;
}

function isOther(version: string): version is keyof typeof others {
  return Object.hasOwn(others, version);
}

function compareVersions(a: string, b: string): number {
  const [one, other] = [numbersOf(a), numbersOf(b)];
  return one[0] - other[0] || one[1] - other[1] || 0;
}

function numbersOf(version: string): readonly [number, number] {
  const [, major, minor] = /^(\d+)\.(\d+)$/.exec(version) ?? [];
  return major === undefined ? [Number.MAX_SAFE_INTEGER, 0] : [Number(major), Number(minor)];
}
