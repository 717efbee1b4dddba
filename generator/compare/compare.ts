import type { CatalogEntry } from '../../runtime/catalog/catalog.ts';
import { isRecord, sameJson } from '../json/json-schema.ts';

/** What a new catalogue changes for the models that used the old one. */
export interface ToolChange {
  readonly tool: string;
  readonly kind: 'added' | 'removed' | 'renamed' | 'arguments' | 'words' | 'behaviour';
  readonly breaking: boolean;
  /** One short line each: `+ argument`, `- argument`, `argument is now required`. */
  readonly details: readonly string[];
}

/** Compares two catalogues tool by tool, in the order of their names. */
export function compareCatalogs(before: readonly CatalogEntry[], after: readonly CatalogEntry[]): ToolChange[] {
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
}

function compareArguments(before: CatalogEntry, after: CatalogEntry): { details: string[]; breaking: boolean } {
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
      if (!sameJson(schema, was.schema)) {
        const more = addedValues(was.schema, schema);
        if (more === undefined) details.push(`${name} takes other values`);
        else if (more.length > 0) details.push(`${name} also takes ${more.join(', ')}`);
        breaking ||= more === undefined;
      }
    }
  }
  for (const name of old.keys())
    if (!now.has(name)) {
      details.push(`- ${name}`);
      breaking = true;
    }
  return { details, breaking };
}

/** The arguments by name, without their words and with the definitions that they refer to. */
function argumentsOf({ inputSchema }: CatalogEntry): Map<string, { schema: unknown; required: boolean }> {
  const { properties, required, $defs } = inputSchema;
  const names = Array.isArray(required) ? required : [];
  return new Map(
    Object.entries(isRecord(properties) ? properties : {}).map(([name, property]) => {
      const schema = withoutWords(property);
      const refers = JSON.stringify(schema).includes('"#/$defs/');
      return [
        name,
        { schema: refers ? { schema, $defs: withoutWords($defs) } : schema, required: names.includes(name) },
      ];
    }),
  );
}

/** What an enum has more than it had; undefined where anything else has changed. */
function addedValues(before: unknown, after: unknown): unknown[] | undefined {
  if (!isRecord(before) || !isRecord(after) || !Array.isArray(before.enum) || !Array.isArray(after.enum))
    return undefined;
  const [old, now]: [unknown[], unknown[]] = [before.enum, after.enum];
  const wider = old.every((value) => now.includes(value)) && sameJson({ ...before, enum: [] }, { ...after, enum: [] });
  return wider ? now.filter((value) => !old.includes(value)) : undefined;
}

/** A schema without its descriptions: those of an argument called `description` stay. */
function withoutWords(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withoutWords);
  if (!isRecord(schema)) return schema;
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([keyword]) => keyword !== 'description')
      .map(([keyword, value]) => [
        keyword,
        (keyword === 'properties' || keyword === '$defs') && isRecord(value)
          ? Object.fromEntries(Object.entries(value).map(([name, property]) => [name, withoutWords(property)]))
          : withoutWords(value),
      ]),
  );
}
