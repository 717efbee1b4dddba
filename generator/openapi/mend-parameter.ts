import { isRecord, type Json } from '../json/json-schema.ts';
import { withChanges } from './mend-schema.ts';
import { type Report, shown } from './mending.ts';

/** Where a parameter may stand. */
const PLACES = ['path', 'query', 'querystring', 'header', 'cookie'];
const SWAGGER_PLACES = ['path', 'query', 'header', 'body', 'formData'];

/** Keys of a schema that Swagger 2 has beside a parameter's name. */
const OF_SCHEMA = [
  ...['type', 'format', 'enum', 'items', 'default', 'minimum', 'maximum', 'minLength', 'maxLength', 'pattern'],
  ...['minItems', 'maxItems', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', 'uniqueItems'],
];

/** A parameter whose schema stands where OpenAPI 3 has it, and whose place is spelled as it is there. */
export function straightenParameter(parameter: Json, pointer: string, report: Report): Json {
  const { in: place, schema, content, type } = parameter;
  const changes: Record<string, unknown> = {};
  if (typeof place === 'string' && !PLACES.includes(place) && PLACES.includes(place.trim().toLowerCase()))
    changes.in = place.trim().toLowerCase();
  if (schema === undefined && content === undefined && type !== undefined) {
    const own = OF_SCHEMA.filter((key) => Object.hasOwn(parameter, key));
    report(
      pointer,
      `${own.join(', ')} stand${own.length === 1 ? 's' : ''} beside the name of a parameter: read as its schema`,
    );
    changes.schema = Object.fromEntries(own.map((key) => [key, parameter[key]]));
    for (const key of own) changes[key] = undefined;
  }
  return Object.keys(changes).length === 0 ? parameter : withChanges(parameter, changes);
}

/** A parameter that can be sent; undefined, and a report, where nobody knows what it is called or where it goes. */
export function sendable(
  parameter: unknown,
  kind: 'parameter' | 'swaggerParameter',
  pointer: string,
  report: Report,
): unknown {
  if (!isRecord(parameter) || typeof parameter.$ref === 'string') return parameter;
  const { name, in: place } = parameter;
  const places = kind === 'parameter' ? PLACES : SWAGGER_PLACES;
  if (typeof name === 'string' && name !== '' && typeof place === 'string' && places.includes(place)) return parameter;
  const fault =
    typeof name !== 'string' || name === ''
      ? 'has no name'
      : place === 'body' || place === 'formData'
        ? `is in ${place}, where OpenAPI 3 has a requestBody`
        : `is in ${shown(place)}, which is no place`;
  report(pointer, `the parameter ${typeof name === 'string' ? name : ''} ${fault}: it is left out`.replace('  ', ' '));
  return undefined;
}
