import type { SearchRules } from '../tool/tool.ts';
import { own } from '../value/value.ts';

/** What may be asked of one field; the type of a custom attribute is `any`, because only the workspace knows it. */
export interface FieldRule {
  readonly name: string;
  readonly type: string;
  readonly operators: readonly string[];
  /** All values that the field takes, where they are few. */
  readonly values?: readonly string[];
}

/** The rule of a field by its exact name; `undefined` where the search has no such field. */
export function fieldRule({ kinds, values }: SearchRules, name: string): FieldRule | undefined {
  for (const kind of kinds) {
    if ('prefix' in kind) {
      if (name.startsWith(kind.prefix) && name.length > kind.prefix.length)
        return { name, type: 'any', operators: kind.operators };
    } else if (kind.fields.includes(name)) {
      const few = own(values, name);
      const { type, operators } = kind;
      return Array.isArray(few) ? { name, type, operators, values: few } : { name, type, operators };
    }
  }
  return undefined;
}

/** The names of all fields that have one. */
export function fieldNames({ kinds }: SearchRules): string[] {
  return kinds.flatMap((kind) => ('prefix' in kind ? [] : kind.fields));
}

/** What the names of custom attributes begin with. */
export function prefixes({ kinds }: SearchRules): string[] {
  return kinds.flatMap((kind) => ('prefix' in kind ? [kind.prefix] : []));
}

/** Letters and digits of a name, to compare names by: `createdAt`, `Created at` and `created_at` are alike. */
export function letters(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}
