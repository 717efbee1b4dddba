import { rosa } from './people.ts';
/** The keywords of a tool's input schema that a sample has to respect. */
export interface SampleSchema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly SampleSchema[];
  readonly properties?: Readonly<Record<string, SampleSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | SampleSchema;
  readonly items?: SampleSchema;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly pattern?: string;
  readonly description?: string;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, SampleSchema>>;
}

/** Takes one of several alternatives at a place of a schema. */
export type Choose = <Value>(place: string, among: readonly Value[]) => Value;

/** How to sample: `all` fills the optional properties too; `definitions` are the schema's `$defs`. */
export interface SampleContext {
  readonly choose: Choose;
  readonly all: boolean;
  readonly definitions: Readonly<Record<string, SampleSchema>>;
}

/** A value that a schema accepts, the same for the same choices. `place` is a JSON pointer; its last part names the value. */
export function sampleValue(schema: SampleSchema, place: string, context: SampleContext): unknown {
  const { choose, definitions } = context;
  if (schema.$ref !== undefined) {
    const name = schema.$ref.replace('#/$defs/', '');
    const target = definitions[name];
    if (target === undefined) throw new Error(`${place}: ${schema.$ref} leads nowhere`);
    return sampleValue(target, `/$defs/${name}`, context);
  }
  if (schema.anyOf !== undefined) {
    const [index, branch] = choose(place, [...schema.anyOf.entries()]);
    return sampleValue(branch, schema.anyOf.length === 1 ? place : `${place}#${index}`, context);
  }
  if (schema.enum !== undefined) return choose(place, schema.enum);
  switch (schema.type) {
    case 'object':
      return sampleObject(schema, place, context);
    case 'array':
      return Array.from({ length: Math.max(schema.minItems ?? 1, 1) }, () =>
        sampleValue(schema.items ?? {}, place, context),
      );
    case 'integer':
    case 'number':
      return sampleNumber(schema, place);
    case 'boolean':
      return choose(place, [true, false]);
    case 'null':
      return null;
    default:
      return sampleText(schema, place);
  }
}

function sampleObject(
  { properties = {}, required = [], additionalProperties }: SampleSchema,
  place: string,
  context: SampleContext,
): Record<string, unknown> {
  const keys = Object.keys(properties).filter((key) => context.all || required.includes(key));
  const known = keys.map((key) => [key, sampleValue(properties[key] ?? {}, `${place}/${key}`, context)]);
  if (Object.keys(properties).length > 0) return Object.fromEntries(known);
  const schema = typeof additionalProperties === 'object' ? additionalProperties : {};
  const key = nameOf(place) === 'translated_content' ? 'fr' : 'plan';
  return { [key]: sampleValue(schema, `${place}/*`, context) };
}

function sampleNumber({ minimum, description = '' }: SampleSchema, place: string): number {
  if (/unix seconds/i.test(description)) return 1_780_000_000;
  return Math.max(minimum ?? 1, place.endsWith('limit') ? 2 : 1);
}

/** The property that a place belongs to, without the number of its form. */
function nameOf(place: string): string {
  return (place.split('/').at(-1) ?? '').replace(/#\d+$/, '');
}

/** Texts for names whose meaning the type does not tell. */
const texts: readonly (readonly [RegExp, string])[] = [
  [/uuid/, '5a0d2f0e-6b1c-4c57-9f0a-3c1de2a4f0b7'],
  [/email$/, rosa.email],
  [/(^|_)urls?(_|$)/, 'https://example.com/page'],
  [/_date$|(^|_)date(_|$)/, '2026-11-23'],
  [/(^|_)ids?$/, '123456'],
  [/(^|_)phone/, '+353871234567'],
  [/_at$/, '2026-11-23T09:00:00Z'],
];

function sampleText({ pattern, description = '' }: SampleSchema, place: string): string {
  if (pattern !== undefined) return samplePattern(pattern, place);
  if (/contact (or visitor )?id$|contact id|^24-character id/i.test(description)) return '6762f2341bb69f9f2193bc17';
  if (/\bISO\b/.test(description) && !nameOf(place).endsWith('_date'))
    return /scheduled/.test(place) ? '2026-11-23T09:00:00Z' : '2026-05-28T20:26:40Z';
  return texts.find(([pattern]) => pattern.test(nameOf(place)))?.[1] ?? 'text';
}

/** Good for patterns that fix how a text begins. */
function samplePattern(pattern: string, place: string): string {
  const start = pattern.replace(/^\^|\\/g, '');
  // Attributes of tickets are searched by their id.
  const text = `${start}${start === 'ticket_attribute.' ? '123456' : 'plan'}`;
  if (!new RegExp(pattern).test(text)) throw new Error(`${place}: no sample is known for the pattern ${pattern}`);
  return text;
}
