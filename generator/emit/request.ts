import type { Field, Operation } from '../ir.ts';
import { camelCase } from '../words.ts';

/** The text of a tool's request function, and the helpers of the runtime that it calls. */
export interface RequestText {
  readonly text: string;
  readonly helpers: readonly string[];
}

const isIdentifier = (name: string): boolean => /^[A-Za-z_$][\w$]*$/.test(name) && !reserved.has(name);
const reserved = new Set(
  'arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof var void while with yield path csv deepObject'.split(
    ' ',
  ),
);

/** The property of an object literal or pattern for a key on the wire and the variable that holds it. */
const property = (key: string, variable: string): string => {
  if (key === variable) return variable;
  return `${isIdentifier(key) || reserved.has(key) ? key : JSON.stringify(key)}: ${variable}`;
};

/**
 * How the arguments become path, query, headers and body. What needs no change on its way is passed on whole
 * (`...body`), so that a function says only what is particular to its operation.
 */
export const requestText = ({ fields, path, bodyType }: Operation): RequestText => {
  const helpers = new Set<string>();
  const variables = new Map<Field, string>();
  const used = new Set(['path', 'csv', 'deepObject', 'query', 'body', 'headers']);
  for (const field of fields.filter(({ constant }) => constant === undefined)) {
    let name =
      isIdentifier(field.key) && (!used.has(field.key) || field.in === 'whole-body')
        ? field.key
        : camelCase(`${field.key}_value`);
    while (used.has(name) && field.in !== 'whole-body') name += '_';
    used.add(name);
    variables.set(field, name);
  }
  const variable = (field: Field): string => variables.get(field) ?? field.key;
  const of = (place: Field['in']): Field[] => fields.filter((field) => field.in === place);
  const [queries, headers, body] = [of('query'), of('header'), of('body')];
  const whole = of('whole-body')[0];
  const plain = (field: Field): boolean =>
    field.key === field.wire && field.style === undefined && field.constant === undefined;

  // One group of fields may be the rest of the arguments: the body, or else the query.
  const rest = body.some(plain) ? 'body' : queries.some(plain) && body.length === 0 ? 'query' : undefined;
  const inRest = (field: Field): boolean => field.in === rest && plain(field);
  const pattern = fields
    .filter((field) => !inRest(field) && field.constant === undefined)
    .map((field) => property(field.key, variable(field)));
  const value = (field: Field): string => {
    if (field.constant !== undefined) return JSON.stringify(field.constant);
    if (field.style === undefined) return variable(field);
    if (field.style === 'json') return `JSON.stringify(${variable(field)})`;
    helpers.add(field.style);
    return `${field.style}(${variable(field)})`;
  };
  const group = (name: 'query' | 'body' | 'headers', members: readonly Field[]): string[] => {
    if (members.length === 0) return [];
    const own = members.filter((field) => !inRest(field)).map((field) => property(field.wire, value(field)));
    const all = rest === name ? [...own, `...${name}`] : own;
    return rest === name && own.length === 0 ? [name] : [`${name}: { ${all.join(', ')} }`];
  };

  const places = of('path');
  let pathText = JSON.stringify(path);
  if (places.length > 0) {
    helpers.add('path');
    const byWire = new Map(places.map((field) => [field.wire, variable(field)]));
    const template = path.replace(/\{([^}]+)\}/g, (_match, wire: string) => `\${${byWire.get(wire) ?? wire}}`);
    pathText = `path\`${template}\``;
  }
  const parts = [
    `path: ${pathText}`,
    ...group('query', queries),
    ...group('headers', headers),
    ...(whole ? [property('body', variable(whole))] : group('body', body)),
    ...(bodyType !== 'json' && (whole || body.length > 0) ? [`bodyType: '${bodyType}'`] : []),
  ];
  const restPattern = rest ? [`...${rest}`] : [];
  const argument =
    fields.length === 0 ? '' : rest && pattern.length === 0 ? rest : `{ ${[...pattern, ...restPattern].join(', ')} }`;
  return { text: `(${argument}) => ({ ${parts.join(', ')} })`, helpers: [...helpers] };
};
