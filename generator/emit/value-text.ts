import type { Field } from '../ir/ir.ts';
import { plainName } from '../normalize/path-parameter.ts';

/** How a value is written in a request function, and the helper of the runtime that writes it. */
export interface ValueText {
  readonly text: string;
  readonly helper?: string;
}

/** The value of a field that a variable holds, as it goes into the request. */
export function valueText(field: Field, variable: string): ValueText {
  const { style, constant, in: place } = field;
  if (constant !== undefined) return { text: JSON.stringify(constant) };
  switch (style) {
    case undefined:
      return field.allowReserved ? call('allowReserved', [variable]) : { text: variable };
    case 'csv':
      return call('csv', [variable], reserving(field));
    case 'space':
      return call('spaceDelimited', [variable], reserving(field));
    case 'pipe':
      return call('pipeDelimited', [variable], reserving(field));
    case 'deepObject':
      return call('deepObject', [variable]);
    case 'entries':
      return call('formEntries', [variable]);
    case 'simple':
      return call(place === 'header' ? 'headerValue' : 'simplePath', [variable], exploding(field));
    case 'label':
      return call('labelPath', [variable], exploding(field));
    case 'matrix':
      return call('matrixPath', [JSON.stringify(plainName(field.wire)), variable], exploding(field));
    case 'segments':
      return call('pathSegments', [variable], reserving(field));
    case 'json':
      return place === 'header' ? call('asciiJson', [variable]) : { text: `JSON.stringify(${variable})` };
    case 'jsonItems':
      return each(field, variable, (item) => ({ text: `JSON.stringify(${item})` }));
    case 'file':
      return each(field, variable, (content) => call('asFile', [content], fileDefaults(field)));
    case 'part':
      return each(field, variable, (item) => call('asPart', [item, JSON.stringify(field.mediaType)]));
    default:
      return style satisfies never;
  }
}

type Options = Readonly<Record<string, true | string>>;

function call(helper: string, values: readonly string[], options: Options = {}): ValueText {
  const members = Object.entries(options).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  const all = members.length === 0 ? values : [...values, `{ ${members.join(', ')} }`];
  return { text: `${helper}(${all.join(', ')})`, helper };
}

/** A list becomes what its items do. */
function each({ schema, required }: Field, variable: string, write: (item: string) => ValueText): ValueText {
  if (schema.type !== 'array') return write(variable);
  const item = variable === 'content' ? 'item' : 'content';
  const { text, ...rest } = write(item);
  return { text: `${variable}${required ? '' : '?'}.map((${item}) => ${text})`, ...rest };
}

function exploding({ explode }: Field): Options {
  return explode ? { explode } : {};
}

function reserving({ allowReserved }: Field): Options {
  return allowReserved ? { allowReserved } : {};
}

/** Files are called after what they are sent as, where whoever gives one does not name it. */
function fileDefaults({ in: place, wire, mediaType }: Field): Options {
  const name = wire.replace(/[^\w.-]+/g, '_').replace(/^_+|_+$/g, '');
  return {
    ...(place !== 'whole-body' && name !== '' && name !== 'file' && { name }),
    ...(mediaType !== undefined && { type: mediaType }),
  };
}
