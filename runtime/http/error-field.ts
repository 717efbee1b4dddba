import { asText, isRecord, own } from '../value/value.ts';
import type { LooseKeys } from './loose-keys.ts';

/** Characters of a field's name that are kept. */
const LONGEST = 120;

/** The argument that one entry of an error names: by its name, by a pointer (JSON:API, RFC 9457), or by a list of steps (FastAPI). */
export function errorField(keys: LooseKeys, isEntry: boolean): string | undefined {
  const named = [
    ...[keys.first('field'), keys.first('param'), keys.first('parameter'), keys.first('attribute', 'property')],
    ...[keys.first('propertypath'), keys.first('fieldname', 'fieldpath'), keys.first('argument'), keys.first('target')],
    ...[sourceOf(keys.first('source')), keys.first('pointer'), keys.first('loc', 'instancepath', 'datapath')],
    // Alone a path is that of the request, and beside a code of GraphQL's the place in the answer.
    isEntry && !keys.has('extensions') && !keys.has('locations') ? keys.first('path') : undefined,
    keys.has('locationtype') ? keys.first('location') : undefined,
  ];
  return named.map(fieldName).find((name) => name !== undefined);
}

/** One name for what is written as `#/data/age`, `["body", "age"]` or `age`; undefined for what is no name. */
export function fieldName(value: unknown): string | undefined {
  const steps = Array.isArray(value) ? value.slice(0, 20).map(stepOf) : pointed(asText(value));
  if (steps === undefined || steps.includes(undefined)) return undefined;
  const [first, ...others] = steps;
  const isPlace = others.length > 0 && /^(?:body|query|path|header|cookie)$/.test(first ?? '');
  const name = (isPlace ? others : steps).join('.');
  return name === '' || name.length > LONGEST ? undefined : name;
}

function stepOf(step: unknown): string | undefined {
  return asText(isRecord(step) ? own(step, 'key') : step);
}

function pointed(text: string | undefined): string[] | undefined {
  if (text === undefined) return undefined;
  const pointer = /^#?(\/.*)$/.exec(text)?.[1];
  if (pointer === undefined) return [text];
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function sourceOf(source: unknown): unknown {
  if (!isRecord(source)) return source;
  return own(source, 'pointer') ?? own(source, 'parameter') ?? own(source, 'header');
}
