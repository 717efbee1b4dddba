import type { NamedKind, NamedThing } from '../profile/named-kind.ts';
import { nearest } from '../value/nearest.ts';
import { showHidden } from '../value/show-hidden.ts';
import { showValue } from '../value/show-value.ts';
import { MOST_ITEMS } from './look-up.ts';

/** Candidates that a refusal has, and characters of each name. */
const MOST_SHOWN = 10;
const LONGEST_SHOWN = 60;

/** Where a name was looked for: kinds of things, those of them that may be shown, and whether these are all. */
export interface Searched {
  readonly kinds: readonly NamedKind[];
  /** Those that may be shown to the caller. */
  readonly shown: readonly NamedThing[];
  readonly isWhole: boolean;
}

/** Why a name is refused that nothing has. */
export function unknownName(text: string, { kinds, shown, isWhole }: Searched): string {
  const nouns = nounsOf(kinds);
  const among = isWhole ? '' : ` among the first ${MOST_ITEMS} that were looked at`;
  const said = `${showText(text)} is no ${nouns}${among}`;
  if (shown.length === 0) return `${said}: give the id`;
  const near = nearestThings(text, shown);
  const rest = shown.length > MOST_SHOWN ? [] : shown.filter((thing) => !near.includes(thing));
  const candidates = [...near, ...rest].slice(0, MOST_SHOWN);
  if (candidates.length === 0)
    return `${said}, and none is called nearly so: ${kinds.map(({ tool }) => tool).join(' and ')} has them all`;
  const first = shown.length > MOST_SHOWN ? 'the nearest are' : 'there are';
  return `${said}; ${first} ${candidates.map(({ id, labels: [label = ''] }) => `${showText(label)} (${id})`).join(', ')}`;
}

/** Things whose names, or words of them, are near to a text, the nearest first. */
function nearestThings(text: string, things: readonly NamedThing[]): readonly NamedThing[] {
  const named = new Map<string, NamedThing>();
  for (const thing of things) {
    const label = (thing.labels[0] ?? '').slice(0, LONGEST_SHOWN);
    for (const name of [label, ...label.split(/[\s_-]+/)]) if (name !== '' && !named.has(name)) named.set(name, thing);
  }
  const near = nearest(text.slice(0, LONGEST_SHOWN), named.keys(), 3 * MOST_SHOWN);
  return [...new Set(near.flatMap((name) => named.get(name) ?? []))];
}

/** Why a name is refused that several things have. */
export function sharedName(text: string, things: readonly NamedThing[], { kinds, shown }: Searched): string {
  const visible = things.filter((thing) => shown.includes(thing));
  const list = visible.slice(0, MOST_SHOWN).map(showThing).join(', ');
  const more = visible.length > MOST_SHOWN ? ` and ${visible.length - MOST_SHOWN} more` : '';
  const said = `${showText(text)} is the name of more than one ${nounsOf(kinds)}`;
  return list === '' ? `${said}: give the id` : `${said}: give the id, one of ${list}${more}`;
}

/** A name as it is shown beside an id: in quotation marks, cut, and with nothing in it that is not seen. */
export function showText(text: string): string {
  return showHidden(showValue(text, LONGEST_SHOWN));
}

function showThing({ id, labels, about }: NamedThing): string {
  return `${showText(labels[0] ?? '')} (${id}${about === undefined ? '' : `, of ${showText(about)}`})`;
}

function nounsOf(kinds: readonly NamedKind[]): string {
  return kinds.map(({ noun }) => noun).join(' or ');
}
