import type { CallStep, FieldStep, Joins } from '../../profile/joins.ts';

/** One step of a way: ids that stand in a thing, a list by the id of one, or one thing by its id. */
export type WayStep =
  | { readonly kind: 'field'; readonly step: FieldStep }
  | { readonly kind: 'list'; readonly step: CallStep }
  | { readonly kind: 'get'; readonly thing: string; readonly tool: string; readonly argument: string };

/** What one has of a thing on the way: all of it, or its id alone. */
interface Place {
  readonly thing: string;
  readonly isWhole: boolean;
  readonly steps: readonly WayStep[];
}

/** The way from one thing to another with the fewest calls, over the tools that are served; undefined where there is none. */
export function findJoin(
  { from, to }: { readonly from: string; readonly to: string },
  { things, steps }: Joins,
  served: ReadonlySet<string>,
): readonly WayStep[] | undefined {
  const seen = new Set<string>();
  // Those without a further call come first.
  let places: Place[] = [{ thing: from, isWhole: true, steps: [] }];
  while (places.length > 0) {
    const [place, ...others] = places;
    if (place === undefined) return undefined;
    const { thing, isWhole } = place;
    const key = `${thing} ${isWhole}`;
    places = others;
    if (seen.has(key)) continue;
    seen.add(key);
    if (thing === to && isWhole && place.steps.length > 0) return place.steps;
    const onward = nextPlaces(place, { things, steps }, served);
    places = [...onward.filter(isFree), ...others, ...onward.filter((next) => !isFree(next))];
    // Nothing is known of it but its id: that is as far as one gets.
    if (thing === to && place.steps.length > 0 && !onward.some((next) => next.thing === to)) return place.steps;
  }
  return undefined;
}

function nextPlaces(
  { thing, isWhole, steps: before }: Place,
  { things, steps }: Joins,
  served: ReadonlySet<string>,
): Place[] {
  const [tool, argument] = things[thing]?.get ?? [];
  // Who has the same teammate has nothing else in common.
  const isThrough = things[thing]?.isHub === true && before.length > 0;
  const own = isThrough ? [] : steps.filter(({ from }) => from === thing);
  return [
    ...(!isWhole && tool !== undefined && argument !== undefined && served.has(tool)
      ? [{ thing, isWhole: true, steps: [...before, { kind: 'get' as const, thing, tool, argument }] }]
      : []),
    ...own.flatMap((step): Place[] => {
      if ('field' in step)
        return isWhole
          ? [{ thing: step.to, isWhole: step.whole === true, steps: [...before, { kind: 'field', step }] }]
          : [];
      return served.has(step.tool)
        ? [{ thing: step.to, isWhole: true, steps: [...before, { kind: 'list', step }] }]
        : [];
    }),
  ];
}

function isFree({ steps }: Place): boolean {
  return steps.at(-1)?.kind === 'field';
}
