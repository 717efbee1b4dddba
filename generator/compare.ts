import type { CatalogEntry } from '../runtime/catalog.ts';
import { isJson, sameJson } from './json-schema.ts';

/** What a new catalogue changes for the models that used the old one. */
export interface ToolChange {
  readonly tool: string;
  readonly kind: 'added' | 'removed' | 'renamed' | 'arguments' | 'words' | 'behaviour';
  readonly breaking: boolean;
  /** One short line each: `+ argument`, `- argument`, `argument is now required`. */
  readonly details: readonly string[];
}

/** Compares two catalogues tool by tool, in the order of their names. */
export const compareCatalogs = (before: readonly CatalogEntry[], after: readonly CatalogEntry[]): ToolChange[] => {
  const key = ({ method, path }: CatalogEntry): string => `${method} ${path}`;
  const old = new Map(before.map((entry) => [key(entry), entry]));
  const changes: ToolChange[] = [];
  for (const entry of after) {
    const was = old.get(key(entry));
    old.delete(key(entry));
    if (!was) {
      changes.push({ tool: entry.name, kind: 'added', breaking: false, details: [] });
      continue;
    }
    if (was.name !== entry.name)
      changes.push({ tool: entry.name, kind: 'renamed', breaking: true, details: [`was ${was.name}`] });
    const { details, breaking } = compareArguments(was, entry);
    if (details.length > 0) changes.push({ tool: entry.name, kind: 'arguments', breaking, details });
    const behaviour = (['class', 'access', 'destructive'] as const).filter((fact) => was[fact] !== entry[fact]);
    if (behaviour.length > 0)
      changes.push({
        tool: entry.name,
        kind: 'behaviour',
        breaking: true,
        details: behaviour.map((fact) => `${fact}: ${was[fact]} -> ${entry[fact]}`),
      });
    if (
      details.length === 0 &&
      (was.title !== entry.title ||
        was.description !== entry.description ||
        !sameJson(was.inputSchema, entry.inputSchema))
    )
      changes.push({ tool: entry.name, kind: 'words', breaking: false, details: [] });
  }
  for (const entry of old.values())
    changes.push({ tool: entry.name, kind: 'removed', breaking: true, details: [key(entry)] });
  return changes.sort((a, b) => (a.tool < b.tool ? -1 : a.tool > b.tool ? 1 : 0));
};

const compareArguments = (before: CatalogEntry, after: CatalogEntry): { details: string[]; breaking: boolean } => {
  const [old, now] = [argumentsOf(before), argumentsOf(after)];
  const details: string[] = [];
  let breaking = false;
  for (const [name, { schema, required }] of now) {
    const was = old.get(name);
    if (!was) {
      details.push(`+ ${name}${required ? ' (required)' : ''}`);
      breaking ||= required;
    } else {
      if (required !== was.required) {
        details.push(`${name} is now ${required ? 'required' : 'optional'}`);
        breaking ||= required;
      }
      if (!sameJson(withoutWords(schema), withoutWords(was.schema))) {
        details.push(`${name} takes other values`);
        breaking = true;
      }
    }
  }
  for (const name of old.keys())
    if (!now.has(name)) {
      details.push(`- ${name}`);
      breaking = true;
    }
  return { details, breaking };
};

const argumentsOf = ({ inputSchema }: CatalogEntry): Map<string, { schema: unknown; required: boolean }> => {
  const { properties, required } = inputSchema;
  const names = Array.isArray(required) ? required : [];
  return new Map(
    Object.entries(isJson(properties) ? properties : {}).map(([name, schema]) => [
      name,
      { schema, required: names.includes(name) },
    ]),
  );
};

/** A schema without its descriptions: those of an argument called `description` stay. */
const withoutWords = (schema: unknown): unknown => {
  if (Array.isArray(schema)) return schema.map(withoutWords);
  if (!isJson(schema)) return schema;
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([keyword]) => keyword !== 'description')
      .map(([keyword, value]) => [
        keyword,
        keyword === 'properties' && isJson(value)
          ? Object.fromEntries(Object.entries(value).map(([name, property]) => [name, withoutWords(property)]))
          : withoutWords(value),
      ]),
  );
};
