import type { CatalogEntry } from '../catalog/catalog.ts';
import { propertiesOf } from '../catalog/schema-properties.ts';
import { isRecord } from '../value/value.ts';
import { schemaComment } from './schema-comment.ts';
import { propertyName, schemaType, type TypeNames } from './schema-type.ts';

/** Words of arguments that are said once for a whole catalog, by the argument's name. */
export type CommonWords = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * How a tool is called, as the declaration of a function in the manner of TypeScript: a line an argument, `?` where it
 * need not be given. It says all that the JSON Schema says, for a third of the tokens.
 */
export function signature(
  { name, inputSchema }: Pick<CatalogEntry, 'name' | 'inputSchema'>,
  common: CommonWords = new Map(),
): string {
  const defs = isRecord(inputSchema.$defs) ? Object.entries(inputSchema.$defs) : [];
  const names = typeNames(defs.map(([def]) => def));
  const types = defs.map(([def, schema]) => `type ${names.get(def)} = ${schemaType(schema, names)}\n`).join('');
  const { properties, required } = propertiesOf(inputSchema);
  const callee = /^[A-Za-z_$][\w$]*$/.test(name) ? name : `_ /* ${name.replaceAll('*/', '* /')} */ `;
  if (properties.length === 0) return `${types}function ${callee}()`;
  const lines = properties.map(([argument, schema]) => {
    const known = common.get(argument);
    const comment = schemaComment(schema).filter((part) => known?.has(part) !== true);
    const said = comment.length === 0 ? '' : ` // ${comment.join('; ')}`;
    return `${propertyName(argument, required)}: ${schemaType(schema, names)}${said}\n`;
  });
  return `${types}function ${callee}(args${required.size > 0 ? '' : '?'}: {\n${lines.join('')}})`;
}

/** Names of `$defs` that TypeScript takes for types, and no two alike, nor any of `others`: no word of its own begins with a capital letter. */
export function typeNames(defs: readonly string[], others: Iterable<string> = []): TypeNames {
  const names = new Map<string, string>();
  const taken = new Set(['OneOf', 'Record', ...others]);
  for (const def of defs) {
    const word = def.replace(/[^A-Za-z0-9_$]/g, '_').replace(/^[^A-Za-z]*/, '');
    const first = `${word.slice(0, 1).toUpperCase()}${word.slice(1)}` || 'T';
    let name = first;
    for (let count = 2; taken.has(name); count += 1) name = `${first}${count}`;
    taken.add(name);
    names.set(def, name);
  }
  return names;
}
