import type { Field, Operation } from '../ir/ir.ts';
import { splitPath } from '../normalize/parameters.ts';
import { camelCase, requestNames } from '../text/words.ts';
import { valueText } from './value-text.ts';

/** The text of a tool's request function, and the helpers of the runtime that it calls. */
export interface RequestText {
  readonly text: string;
  readonly helpers: readonly string[];
}

function isIdentifier(name: string): boolean {
  return /^[A-Za-z_$][\w$]*$/.test(name) && !reserved.has(name);
}
const reserved = new Set(
  'arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof var void while with yield path csv deepObject asFile given time longInteger'.split(
    ' ',
  ),
);

/** The property of an object literal or pattern for a key on the wire and the variable that holds it. */
function property(key: string, variable: string): string {
  if (key === variable) return variable;
  // Written any other way it would be the prototype.
  if (key === '__proto__') return `["__proto__"]: ${variable}`;
  return `${isIdentifier(key) || reserved.has(key) ? key : JSON.stringify(key)}: ${variable}`;
}

/** A literal part of a path as it stands in an address. */
function encoded(literal: string): string {
  return literal.toWellFormed().replace(/[^\x21-\x7e]|["<>^`{|}\\]/gu, (character) => encodeURIComponent(character));
}

function quoted(literal: string): string {
  return literal.replace(/[`\\]|\$(?=\{)/g, '\\$&');
}

/**
 * How the arguments become path, query, headers and body. What needs no change on its way is passed on whole
 * (`...body`), so that a function says only what is particular to its operation.
 */
export function requestText({
  fields,
  path,
  bodyType,
  extra,
  isBodyOmitted,
}: Pick<Operation, 'fields' | 'path' | 'bodyType' | 'extra' | 'isBodyOmitted'>): RequestText {
  const helpers = new Set<string>();
  const variables = new Map<Field, string>();
  const used = new Set(requestNames);
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
  const [queries, headers, cookies, body] = [of('query'), of('header'), of('cookie'), of('body')];
  const whole = { body: of('whole-body')[0], querystring: of('querystring')[0] };
  const plain = ({ key, wire, style, constant, allowReserved }: Field): boolean =>
    key === wire && style === undefined && constant === undefined && !allowReserved;

  // One group of fields may be the rest of the arguments: the body, or else the query.
  const rest =
    body.some(plain) || extra !== undefined ? 'body' : queries.some(plain) && body.length === 0 ? 'query' : undefined;
  const inRest = (field: Field): boolean => field.in === rest && plain(field);
  const pattern = fields
    .filter((field) => !inRest(field) && field.constant === undefined)
    .map((field) => property(field.key, variable(field)));
  const value = (field: Field): string => {
    const { text, helper } = valueText(field, variable(field));
    if (helper) helpers.add(helper);
    return text;
  };
  const group = (name: 'query' | 'body' | 'headers' | 'cookies', members: readonly Field[]): string[] => {
    if (members.length === 0 && !(rest === name && extra !== undefined)) return [];
    const others = members.filter((field) => !inRest(field));
    // What is named goes before any key of an object that is spread.
    const own = [
      ...others.filter(({ style }) => style === 'entries').map((field) => `...${value(field)}`),
      ...others.filter(({ style }) => style !== 'entries').map((field) => property(field.wire, value(field))),
    ];
    const all = rest === name ? [...own, `...${name}`] : own;
    return rest === name && own.length === 0 ? [name] : [`${name}: { ${all.join(', ')} }`];
  };

  /** The body as an object, which is left out where nothing is given of one that may be. */
  const bodyGroup = (): string[] => {
    if (isBodyOmitted !== true) return group('body', body);
    helpers.add('given');
    const isConstant = ({ constant }: Field): boolean => constant !== undefined;
    const objectOf = (members: readonly Field[]): string =>
      (group('body', members)[0] ?? 'body: {}').replace(/^body: /, '');
    const along = body.filter(isConstant).map((field) => property(field.wire, value(field)));
    const constants = along.length > 0 ? `, { ${along.join(', ')} }` : '';
    return [`body: given(${objectOf(body.filter((field) => !isConstant(field)))}${constants})`];
  };

  const parameters = of('path');
  const { segments } = splitPath(path);
  let pathText = JSON.stringify(encoded(segments));
  if (parameters.length > 0) {
    helpers.add('path');
    const byWire = new Map(parameters.map((field) => [field.wire, value(field)]));
    const template = segments
      .split(/\{([^{}]+)\}/)
      .map((part, at) => (at % 2 === 1 ? `\${${byWire.get(part) ?? part}}` : quoted(encoded(part))))
      .join('');
    pathText = `path\`${template}\``;
  }
  const parts = [
    `path: ${pathText}`,
    ...group('query', queries),
    ...(whole.querystring ? [property('querystring', value(whole.querystring))] : []),
    ...group('headers', headers),
    ...group('cookies', cookies),
    ...(whole.body ? [property('body', value(whole.body))] : bodyGroup()),
    ...(bodyType !== 'json' && (whole.body || body.length > 0) ? [`bodyType: '${bodyType}'`] : []),
  ];
  const restPattern = rest ? [`...${rest}`] : [];
  const argument = pattern.length === 0 ? (rest ?? '') : `{ ${[...pattern, ...restPattern].join(', ')} }`;
  return { text: `(${argument}) => ({ ${parts.join(', ')} })`, helpers: [...helpers] };
}
