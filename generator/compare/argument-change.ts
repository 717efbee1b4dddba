import type { Breaks, ChangeKind } from './change.ts';
import type { ChangeFacts } from './make-change.ts';
import { placeOf } from './place.ts';
import type { Difference, Found } from './schemas/difference.ts';
import { listText, valueText } from './value-text.ts';

/** A change without the place in the description. */
export type Said = Omit<ChangeFacts, 'pointer'>;

const BOTH: readonly Breaks[] = ['models', 'importers'];
const MODELS: readonly Breaks[] = ['models'];

/** What a difference of two schemas means for those who call a tool; `base` is the argument that the schemas are of. */
export function argumentChange(base: string, { steps, difference }: Found): Said {
  const { step, from, to } = difference;
  const place = placeOf(base, step ? [...steps, step] : steps);
  const named = place === '' ? 'the arguments' : place;
  return {
    place,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...effects[difference.aspect](named, difference),
  };
}

type Effects = (place: string, difference: Difference) => Pick<Said, 'kind' | 'message' | 'breaks'>;

const effects = {
  'field added': (place, { isRequired = false }) =>
    isRequired
      ? { kind: 'argument added', breaks: BOTH, message: `${place} is new, and required` }
      : { kind: 'argument added', breaks: [], message: `${place} is new` },
  'field removed': (place) => ({ kind: 'argument removed', breaks: BOTH, message: `${place} is gone` }),
  'field renamed': (place, { from }) => ({
    kind: 'argument renamed',
    breaks: BOTH,
    message: `${valueText(from)} is called ${place} now`,
  }),
  required: (place, { effect }) =>
    effect === 'narrower'
      ? { kind: 'argument required', breaks: BOTH, message: `${place} is required now` }
      : { kind: 'argument optional', breaks: [], message: `${place} is optional now` },
  type: (place, difference) => ({ ...byEffect(difference, BOTH), message: typeMessage(place, difference) }),
  null: (place, difference) => ({
    ...byEffect(difference, BOTH),
    message: difference.effect === 'wider' ? `${place} may be null now` : `${place} may not be null any more`,
  }),
  values: (place, difference) => ({ ...byEffect(difference, BOTH), message: valuesMessage(place, difference) }),
  bound: (place, difference) => ({ ...byEffect(difference, MODELS), message: boundMessage(place, difference) }),
  form: (place, difference) => ({ ...byEffect(difference, BOTH), message: formMessage(place, difference) }),
  others: (place, difference) => ({
    ...byEffect(difference, BOTH),
    message: `${place} ${difference.effect === 'wider' ? 'takes' : 'does not take'} names beside its own ${difference.effect === 'wider' ? 'now' : 'any more'}`,
  }),
  default: (place, difference) => ({
    kind: 'argument default',
    breaks: [],
    message: defaultMessage(place, difference),
  }),
  deprecated: (place, { to }) => ({
    kind: 'deprecation',
    breaks: [],
    message: to === undefined ? `${place} is not deprecated any more` : `${place} is deprecated`,
  }),
} as const satisfies Record<Difference['aspect'], Effects>;

const KINDS = {
  wider: 'argument widened',
  narrower: 'argument narrowed',
  other: 'argument type',
  same: 'argument type',
} as const satisfies Record<Difference['effect'], ChangeKind>;

function byEffect({ effect }: Difference, breaks: readonly Breaks[]): Pick<Said, 'kind' | 'breaks'> {
  return { kind: KINDS[effect], breaks: effect === 'narrower' || effect === 'other' ? breaks : [] };
}

/** `state is string now, and was boolean or integer`. */
export function typeMessage(place: string, { from, to }: Difference): string {
  return `${place} is ${typesText(to)} now, and was ${typesText(from)}`;
}

function typesText(types: unknown): string {
  const names = Array.isArray(types) ? types.map((type) => (type === 'any' ? 'anything' : String(type))) : [];
  return names.length > 0 ? listText(names, ' or ') : 'nothing';
}

/** What values are listed now that were not, or the other way round. */
export function valuesMessage(place: string, { effect, from, to }: Difference): string {
  if (effect === 'wider')
    return to === undefined ? `${place} is no longer one of a list` : `${place} may be ${valueText(to)} as well`;
  return from === undefined
    ? `${place} is one of ${valueText(to)} now`
    : `${place} can no longer be ${valueText(from)}`;
}

/** `name: maxLength is 50 now, and was 100`. */
export function boundMessage(place: string, { keyword = '', from, to }: Difference): string {
  if (from === undefined) return `${place}: ${keyword} is ${valueText(to)} now`;
  if (to === undefined) return `${place}: ${keyword} is gone, and was ${valueText(from)}`;
  return `${place}: ${keyword} is ${valueText(to)} now, and was ${valueText(from)}`;
}

/** A form of a union that came or went. */
export function formMessage(place: string, { from, to }: Difference): string {
  return to === undefined ? `${place} can no longer be ${valueText(from)}` : `${place} may be ${valueText(to)} as well`;
}

/** What stands in where nothing is given. */
export function defaultMessage(place: string, { from, to }: Difference): string {
  if (to === undefined) return `${place} has no default any more, and had ${valueText(from)}`;
  return `${place} is ${valueText(to)} unless it is given${from === undefined ? '' : `, and was ${valueText(from)}`}`;
}
