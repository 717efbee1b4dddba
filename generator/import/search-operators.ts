import { expectTable, type FieldRow, ProseChanged, type SearchType, searchType, type Warn } from './search-fields.ts';

/** A row of the table "Accepted Operators": which types the operator is for, and which fields refuse it. */
export interface OperatorRow {
  readonly operator: string;
  /** Undefined means every type but those of `exceptTypes`. */
  readonly types: readonly SearchType[] | undefined;
  readonly exceptTypes: readonly SearchType[];
  readonly exceptFields: readonly string[];
}

const operatorName = /^(?:[=!<>~^$]{1,2}|IN|NIN)$/;

/** The rows of the table "Accepted Operators" in its order; what cannot be read of one is left out, and a warning says so. */
export function operatorRows(prose: string, fields: readonly FieldRow[], warn: Warn): readonly OperatorRow[] {
  const names = new Set(fields.map(({ name }) => name));
  const rows = expectTable(prose, 'Accepted Operators', ['Operator', 'Valid Types']).rows.flatMap(
    (cells) => operatorRow(cells, { fields: names, warn }) ?? [],
  );
  if (rows.length === 0) throw new ProseChanged('no row of the table "Accepted Operators" can be read');
  return rows;
}

function operatorRow(
  [nameCell = '', typesCell = '']: readonly string[],
  { fields, warn }: { fields: ReadonlySet<string>; warn: Warn },
): OperatorRow | undefined {
  const operator = nameCell.replace(/[`\\]/g, '');
  if (!operatorName.test(operator)) {
    warn(`"${nameCell}" is no operator that is known; its row is left out`);
    return undefined;
  }
  const text = typesCell
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(/\(.*?\)/g, ' ')
    .trim();
  const except = /^All(?:\s+except\s+(.+))?$/i.exec(text);
  const words = (except ? (except[1] ?? '') : text).split(/[\s,]+/).filter((word) => !/^(?:and|or|)$/i.test(word));
  const types: SearchType[] = [];
  const named: string[] = [];
  for (const word of words) {
    const type = searchType(word);
    if (type) types.push(type);
    else if (except && fields.has(word)) named.push(word);
    else warn(`the operator ${operator} names "${word}", which is no known type or field; the word is left out`);
  }
  if (!except && types.length === 0) {
    warn(`the operator ${operator} has no valid types; its row is left out`);
    return undefined;
  }
  return except
    ? { operator, types: undefined, exceptTypes: types, exceptFields: named }
    : { operator, types, exceptTypes: [], exceptFields: [] };
}

/** The operators of one type, in the order of the table. */
export function operatorsOfType(rows: readonly OperatorRow[], type: SearchType): readonly string[] {
  return rows
    .filter(({ types, exceptTypes }) => (types ? types.includes(type) : !exceptTypes.includes(type)))
    .map(({ operator }) => operator);
}

/**
 * The operators of one field: those of its types, less what the table or a sentence excepts. A field of no known type
 * takes all of them, since each is for the type of some value.
 */
export function operatorsOfField(prose: string, rows: readonly OperatorRow[], field: FieldRow): readonly string[] {
  const byType = new Set(field.types.flatMap((type) => operatorsOfType(rows, type)));
  const isUntyped = field.types.length === 0;
  const only = onlyOperators(prose, field.name);
  return rows
    .filter(({ operator, exceptFields }) => (isUntyped || byType.has(operator)) && !exceptFields.includes(field.name))
    .map(({ operator }) => operator)
    .filter((operator) => only.length === 0 || only.includes(operator));
}

/** From "Searching by `tag_id` supports only the `=` and `!=` operators". */
function onlyOperators(prose: string, field: string): readonly string[] {
  for (const [, name, list = ''] of prose.matchAll(/\bby `([\w.]+)` supports only (?:the )?(.+?) operators?\b/gi))
    if (name === field) return quoted(list);
  return [];
}

/** Operators that a sentence grants beside the table: "You may use the `<=` or `>=` operators to search by `x`". */
export function extraOperators(prose: string, field: string): readonly string[] {
  for (const [, list = '', name] of prose.matchAll(/\bmay use the (.+?) operators? to search by `([\w.]+)`/gi))
    if (name === field) return quoted(list);
  return [];
}

function quoted(list: string): readonly string[] {
  return [...list.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text).filter((text) => operatorName.test(text));
}
