import type { SearchFacts, SearchField } from '../ir/ir.ts';
import { searchKinds } from '../normalize/search-rules.ts';

/** What a value of a field may be, by the field's type. */
const VALUES: Readonly<Record<string, string>> = {
  string: 'string',
  integer: 'number',
  number: 'number',
  date: 'Time',
  boolean: 'boolean',
};

/** The conditions of a search as TypeScript: a member for all fields that take the same operators and values. */
export function filterType({ fields }: SearchFacts): string {
  const groups = Map.groupBy(fields, valuesOf);
  const members = [...groups].flatMap(([value, group]) =>
    searchKinds(group).map((kind) => {
      const names =
        'prefix' in kind
          ? `\`${kind.prefix.replace(/[`\\$]/g, '\\$&')}\${string}\``
          : kind.fields.map(quoted).join(' | ');
      return `SearchFilter<${names}, ${kind.operators.map(quoted).join(' | ')}, ${value}>`;
    }),
  );
  return members.map((member) => `| ${member}`).join('\n');
}

/** A query as TypeScript: a condition, or a group of what may stand in it. */
export function queryType(filter: string, { maxNesting }: SearchFacts): string {
  return Array.from({ length: maxNesting }).reduce<string>((inside) => `${filter} | SearchGroup<${inside}>`, filter);
}

function valuesOf({ name, type, values, prefix }: SearchField): string {
  if (prefix !== undefined || typeof type !== 'string' || type === 'any') return 'string | number | boolean';
  if (values !== undefined && values.length > 0) return values.map(quoted).join(' | ');
  if (!/(?:^|[_.])ids?$/.test(name)) return VALUES[type] ?? 'string';
  // Nobody is the null of a field that holds somebody's id.
  return type === 'integer' ? 'Id | null' : type === 'string' ? 'Id' : (VALUES[type] ?? 'string');
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
