import * as fc from 'fast-check';
import type { FieldValue, SearchTable, SearchType } from '../../../../sandbox/search/index.ts';
import { rosa } from '../../../support/people.ts';

/** Attributes of a workspace whose types are known; `custom_attributes.any` and `ticket_attribute.9` are not. */
export const attributeTypes: Readonly<Record<string, SearchType>> = Object.fromEntries(
  (['string', 'integer', 'number', 'boolean', 'date'] as const).flatMap((type, index) => [
    [`custom_attributes.${type}`, type],
    [`ticket_attribute.${index + 1}`, type],
  ]),
);

/** Every field of a search, and attributes of each type. */
export function fieldsOf(table: SearchTable): string[] {
  return table.fields.flatMap(({ name, prefix }) =>
    prefix === undefined
      ? [name]
      : [...Object.keys(attributeTypes), 'custom_attributes.any', 'ticket_attribute.9'].filter((own) =>
          own.startsWith(prefix),
        ),
  );
}

/** Zones with and without summer time, with changes at midnight, of half an hour and of a whole day. */
export const zones = [
  'UTC',
  'America/New_York',
  'America/Sao_Paulo',
  'America/Havana',
  'Europe/Dublin',
  'Asia/Beirut',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Kiritimati',
];

const noons = ['2011-12-30', '2018-02-17', '2018-11-04', '2026-03-08', '2026-03-29', '2026-11-01'].map(
  (day) => Date.parse(`${day}T12:00:00Z`) / 1000,
);

/** Moments around days that are short, long or missing somewhere, by quarters of an hour and the seconds beside them. */
const moment = fc
  .tuple(fc.constantFrom(...noons), fc.integer({ min: -144, max: 144 }), fc.constantFrom(-1, 0, 1))
  .map(([noon, quarters, seconds]) => noon + quarters * 900 + seconds);
const date = fc.oneof(
  moment,
  moment.map(String),
  fc.constantFrom(...noons.flatMap((noon) => [noon, String(noon), noon + 43_200])),
);

const word = fc.constantFrom('need', 'Support', 'support', 'refund', 'log', 'in', 'don&#39;t', 'v1.2', 'ÄRGER');
const between = fc.constantFrom(' ', ', ', '. ', '! ', '</p><p>', '<br>', ' <b>', '</b> ', '<i>', '&nbsp;', ' &amp; ');
const html = fc.array(fc.tuple(word, between), { maxLength: 4 }).map((pieces) => `<p>${pieces.flat().join('')}</p>`);
const phrase = fc.constantFrom(
  'need',
  'SUPPORT',
  'need support',
  'refund',
  "don't",
  'v1.2',
  'log in',
  'support!',
  '&',
  '',
);

const text = fc.constantFrom(
  'open',
  'Open',
  'closed',
  'ope',
  rosa.email,
  'ROSA',
  '.example',
  '12',
  '012',
  '0',
  '',
  'É',
  'é',
);
const integer = fc.constantFrom(0, 1, 2, 3, 12, '0', '2', '12', '-1', -1);
const number = fc.oneof(integer, fc.constantFrom(1.5, '1.5', '2.0', 2.25));
const boolean = fc.constantFrom(true, false, 'true', 'false');

const byType: Readonly<Record<string, fc.Arbitrary<string | number | boolean>>> = {
  string: fc.oneof(text, integer),
  integer,
  number,
  boolean,
  date,
};

function pool(table: SearchTable, field: string): fc.Arbitrary<string | number | boolean> {
  const declared = table.fields.find(({ name }) => name === field)?.type;
  const type = typeof declared === 'string' ? declared : attributeTypes[field];
  return (type === undefined ? undefined : byType[type]) ?? fc.oneof(text, number, boolean);
}

const nothing = fc.constantFrom(null, undefined);
function isBody(field: string): boolean {
  return field === 'source.body' || field === 'source.subject';
}

/** What a row may hold in a field, now and then of another type than its own. */
export function rowValue(table: SearchTable, field: string): fc.Arbitrary<FieldValue> {
  const own = isBody(field) ? html : pool(table, field);
  const ids = fc.array(fc.oneof(text, integer), { maxLength: 3 });
  return fc.oneof(
    { weight: 6, arbitrary: own },
    { weight: 1, arbitrary: nothing },
    { weight: /(?:_ids|^tag_id|^segment_id)$/.test(field) ? 6 : 0, arbitrary: ids },
    { weight: 1, arbitrary: fc.oneof(text, boolean) },
  );
}

/** What a filter may hold beside a field: mostly what fits the field and operator. */
export function filterValue(table: SearchTable, field: string, operator: string): fc.Arbitrary<unknown> {
  const own = isBody(field) ? phrase : pool(table, field);
  const wrong = fc.constantFrom<unknown>(null, undefined, '', 'x', true, 1.5, 1e15, '2026-01-31', {}, [], ['1'], [[1]]);
  const list = fc.array(fc.oneof({ weight: 12, arbitrary: own }, { weight: 1, arbitrary: wrong }), { maxLength: 3 });
  const fitting = operator === 'IN' || operator === 'NIN' ? list : own;
  return fc.oneof({ weight: 8, arbitrary: fitting }, { weight: 1, arbitrary: wrong }, { weight: 1, arbitrary: list });
}

/** A row's value and a filter's, which are the same now and then. */
export function bothValues(table: SearchTable, field: string, operator: string): fc.Arbitrary<[FieldValue, unknown]> {
  return fc
    .tuple(rowValue(table, field), filterValue(table, field, operator), fc.nat(3))
    .map(([held, value, chance]) => [
      held,
      chance > 0 || typeof held === 'object' ? value : Array.isArray(value) ? [held] : held,
    ]);
}
