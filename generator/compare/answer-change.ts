import { boundMessage, defaultMessage, formMessage, type Said, typeMessage, valuesMessage } from './argument-change.ts';
import type { Breaks } from './change.ts';
import { placeOf } from './place.ts';
import type { Difference, Found } from './schemas/difference.ts';

const BOTH: readonly Breaks[] = ['models', 'importers'];
const IMPORTERS: readonly Breaks[] = ['importers'];

/** What a difference of two schemas means for those who read a tool's answer. */
export function answerChange({ steps, difference }: Found): Said {
  const { step, from, to } = difference;
  const place = placeOf('', step ? [...steps, step] : steps);
  return {
    place,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...effects[difference.aspect](place === '' ? 'the answer' : `${place} of the answer`, difference),
  };
}

type Effects = (place: string, difference: Difference) => Pick<Said, 'kind' | 'message' | 'breaks'>;

const effects = {
  'field added': (place) => ({ kind: 'answer field added', breaks: [], message: `${place} is new` }),
  'field removed': (place) => ({ kind: 'answer field removed', breaks: IMPORTERS, message: `${place} is gone` }),
  // The comparison of answers looks for no new names: who reads a field reads it by its name.
  'field renamed': (place) => ({
    kind: 'answer field removed',
    breaks: IMPORTERS,
    message: `${place} has another name`,
  }),
  required: (place, { effect }) => ({
    kind: 'answer type',
    breaks: effect === 'wider' ? IMPORTERS : [],
    message: effect === 'wider' ? `${place} may be missing now` : `${place} is always there now`,
  }),
  type: (place, difference) => {
    const isList = hasList(difference.from) !== hasList(difference.to);
    return {
      kind: isList ? 'answer list' : 'answer type',
      breaks: isList ? BOTH : readsOtherwise(difference) ? IMPORTERS : [],
      message: typeMessage(place, difference),
    };
  },
  null: (place, { effect }) => ({
    kind: 'answer type',
    breaks: effect === 'wider' ? IMPORTERS : [],
    message: effect === 'wider' ? `${place} may be null now` : `${place} is never null any more`,
  }),
  values: (place, difference) => ({
    kind: 'answer type',
    // A program that names a value which is gone does not compile, nor one that hands a text on as one of a list.
    breaks: difference.to === undefined ? IMPORTERS : [],
    message: valuesMessage(place, difference),
  }),
  bound: (place, difference) => ({
    kind: 'answer type',
    breaks: difference.keyword === 'format' && difference.effect === 'other' ? IMPORTERS : [],
    message: boundMessage(place, difference),
  }),
  form: (place, difference) => ({
    kind: 'answer type',
    breaks: difference.effect === 'wider' ? IMPORTERS : [],
    message: formMessage(place, difference),
  }),
  others: (place, { effect }) => ({
    kind: 'answer type',
    breaks: [],
    message: `${place} may ${effect === 'wider' ? 'hold names beside its own now' : 'hold its own names alone now'}`,
  }),
  default: (place, difference) => ({ kind: 'answer type', breaks: [], message: defaultMessage(place, difference) }),
  deprecated: (place, { to }) => ({
    kind: 'deprecation',
    breaks: [],
    message: to === undefined ? `${place} is not deprecated any more` : `${place} is deprecated`,
  }),
} as const satisfies Record<Difference['aspect'], Effects>;

function hasList(types: unknown): boolean {
  return Array.isArray(types) && types.includes('array');
}

/** Whether a value may be of a type now that a program does not expect; all numbers are one type to it. */
function readsOtherwise({ from, to }: Difference): boolean {
  const read = (types: unknown): string[] =>
    Array.isArray(types) ? types.map((type) => (type === 'integer' ? 'number' : String(type))) : [];
  const known = read(from);
  return !known.includes('any') && read(to).some((type) => !known.includes(type));
}
