import type { Need } from '../connection/read-needs.ts';
import { sameJson } from '../json/json-schema.ts';
import type { ChangeFacts } from './make-change.ts';
import { listText } from './value-text.ts';

/** Ways to satisfy an operation; none where it needs nothing. */
type Needs = readonly Need[];

/** What calls need now that they did not, or the other way round; undefined where it is the same. */
export function compareNeeds(
  old: Needs,
  after: Needs,
  renamed: ReadonlyMap<string, string>,
): Pick<ChangeFacts, 'kind' | 'place' | 'breaks' | 'from' | 'to' | 'message'> | undefined {
  const names = new Map([...renamed].map(([now, former]) => [former, now]));
  const before = old.map((way) =>
    Object.fromEntries(Object.entries(way).map(([name, scopes]) => [names.get(name) ?? name, scopes])),
  );
  if (sameJson(before, after)) return undefined;
  return {
    kind: 'security',
    breaks: isLooser(before, after) ? [] : ['models'],
    place: 'security',
    ...{ from: before, to: after },
    message: `calls need ${textOf(after)} now, and needed ${textOf(before)}`,
  };
}

/** Whether whoever could call before can call now: each of the former ways has all that one of the present ways needs. */
function isLooser(before: Needs, after: Needs): boolean {
  if (after.length === 0 || after.some((way) => Object.keys(way).length === 0)) return true;
  // A way that another one has all of begins with a scheme that is in that too.
  const byFirst = Map.groupBy(after, (way) => Object.keys(way)[0]);
  const isMet = (way: Need, other: Need): boolean =>
    Object.entries(other).every(([name, scopes]) => has(way, name, scopes));
  return (
    before.length > 0 &&
    before.every((way) => Object.keys(way).some((name) => byFirst.get(name)?.some((other) => isMet(way, other))))
  );
}

function has(way: Need, name: string, scopes: readonly string[]): boolean {
  const own = Object.hasOwn(way, name) ? way[name] : undefined;
  return own !== undefined && scopes.every((scope) => own.includes(scope));
}

function textOf(needs: Needs): string {
  if (needs.length === 0) return 'no credentials';
  return listText(
    needs.map((way) => {
      const parts = Object.entries(way).map(([name, scopes]) =>
        scopes.length === 0 ? name : `${name} (${listText(scopes)})`,
      );
      return parts.length === 0 ? 'nothing' : parts.join(' with ');
    }),
    ' or ',
  );
}
