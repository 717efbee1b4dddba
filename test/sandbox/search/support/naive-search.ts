import type { FieldValue, SearchTable, SearchType } from '../../../../sandbox/search/index.ts';
import type { Row } from './search-tables.ts';

/** What a query is read with: the search, the zone of its days, and the types of attributes that are known. */
export interface NaiveContext {
  readonly table: SearchTable;
  readonly timezone: string;
  readonly types: Readonly<Record<string, SearchType>>;
}

/** Found, not found, or the status of the refusal: the search language read afresh for each row, as simply as can be. */
export function naiveVerdict(query: unknown, row: Row, context: NaiveContext): boolean | number {
  return refusedWith(query, context, 1) ?? isFound(query as Parts, row, context); // Nothing refused it.
}

/** The parts of a filter or a group; what is found by them has been through {@link refusedWith}. */
interface Parts {
  readonly field?: string;
  readonly operator?: string;
  readonly value?: unknown;
}

function isContacts({ table }: NaiveContext): boolean {
  return table.fields.some(({ name }) => name === 'email');
}

function typeOf(field: string, { table, types }: NaiveContext): string | undefined {
  for (const { name, prefix, type } of table.fields) {
    if (prefix === undefined && name === field) return String(type);
    if (prefix !== undefined && field.startsWith(prefix) && field !== prefix) return types[field] ?? 'unknown';
  }
  return undefined;
}

/** By hand, from the tables of operators in the description. */
function operatorsOf(field: string, context: NaiveContext): string {
  if (isContacts(context) && field === 'tag_id') return ' = != ';
  switch (typeOf(field, context)) {
    case 'string':
      return ' = != IN NIN ~ !~ ^ $ ';
    case 'boolean':
      return ' = != IN NIN ';
    case 'date':
      return isContacts(context) ? ' = > < ' : ' = != IN NIN > < >= <= ';
    case 'integer':
      return ' = != IN NIN > < >= <= ';
    case 'number':
      return isContacts(context) ? ' = != IN NIN > < >= <= ' : ' = != IN NIN ';
    default:
      return ' = != IN NIN > < >= <= ~ !~ ^ $ ';
  }
}

function isNumeric(text: unknown): boolean {
  return typeof text === 'string' && /^[-+]?[0-9]+([.][0-9]+)?$/.test(text);
}

function suits(value: unknown, type: string): boolean {
  if (!['string', 'number', 'boolean'].includes(typeof value)) return false;
  const isNumber = typeof value === 'number' || isNumeric(value);
  if (type === 'boolean') return `${value}` === 'true' || `${value}` === 'false';
  if (type === 'date') return isNumber && Math.abs(Number(value)) < 1e11;
  if (type === 'integer') return isNumber && Number(value) % 1 === 0;
  if (type === 'number') return isNumber;
  return type === 'unknown' || typeof value !== 'boolean';
}

function refusedWith(query: unknown, context: NaiveContext, level: number): number | undefined {
  if (typeof query !== 'object' || query === null || Array.isArray(query)) return 400;
  const { field, operator = '', value }: Parts = query;
  if (field === undefined) {
    if (operator !== 'AND' && operator !== 'OR') return 400;
    if (level > 2 || !Array.isArray(value) || value.length < 1 || value.length > 15) return 400;
    return value.map((one) => refusedWith(one, context, level + 1)).find((status) => status !== undefined);
  }
  if (operator === 'AND' || operator === 'OR') return 500;
  if (typeof field !== 'string') return 400;
  const type = typeOf(field, context);
  if (type === undefined || !operatorsOf(field, context).includes(` ${operator} `)) return 400;
  if (operator === 'IN' || operator === 'NIN') {
    const isFine = Array.isArray(value) && value.length > 0 && value.every((one) => suits(one, type));
    return isFine ? undefined : 400;
  }
  if (value === null) return operator === '=' || operator === '!=' ? undefined : 400;
  if (['~', '!~', '^', '$'].includes(operator)) return suits(value, 'string') ? undefined : 400;
  if (operator === '=' || operator === '!=') return suits(value, type) ? undefined : 400;
  return suits(value, type === 'unknown' ? 'number' : type) ? undefined : 400;
}

function isFound({ field = '', operator = '', value }: Parts, row: Row, context: NaiveContext): boolean {
  const list = value as Parts[]; // Of a group.
  if (operator === 'AND') return list.every((one) => isFound(one, row, context));
  if (operator === 'OR') return list.some((one) => isFound(one, row, context));
  const is = (other: string, wanted: unknown) => isFound({ field, operator: other, value: wanted }, row, context);
  if (operator === '!=') return !is('=', value);
  if (operator === '!~') return !is('~', value);
  if (operator === 'NIN') return !is('IN', value);
  if (operator === 'IN') return (value as unknown[]).some((one) => is('=', one));
  const elements = elementsOf(field, row[field]);
  const wantsNone = value === null || (/assignee/.test(field) && `${value}` === '0');
  if (operator === '=' && wantsNone) return elements.length === 0;
  return elements.some((element) => holds(operator, element, value, field, context));
}

/** Values of a field; nobody's id is none. */
function elementsOf(field: string, value: FieldValue): unknown[] {
  const all: unknown[] = Array.isArray(value) ? value : [value];
  const some = all.filter((one) => one !== null && one !== undefined);
  return /assignee/.test(field) ? some.filter((one) => `${one}` !== '0') : some;
}

function holds(operator: string, element: unknown, value: unknown, field: string, context: NaiveContext): boolean {
  const type = typeOf(field, context);
  const text = /^source.(body|subject)$/.test(field) ? textOf(`${element}`) : `${element}`.toLowerCase();
  const wanted = `${value}`.toLowerCase();
  if (operator === '~') return text.includes(wanted);
  if (operator === '^') return text.slice(0, wanted.length) === wanted;
  if (operator === '$') return wanted === '' || text.slice(-wanted.length) === wanted;
  const isText = type === 'string' || type === 'unknown';
  if (operator === '=' && field === 'source.body') return splitWords(text).includes(wanted);
  if (operator === '=' && (isText || type === 'boolean')) return text === wanted;
  if (typeof element !== 'number' && !isNumeric(element)) return false;
  if (type === 'date' && isContacts(context)) {
    const [day, other] = [dayOf(element, context), dayOf(value, context)];
    return operator === '>' ? day > other : operator === '<' ? day < other : day === other;
  }
  if (operator === '=') return Number(element) === Number(value);
  if (Number(element) === Number(value)) return !isContacts(context) || operator === '>=' || operator === '<=';
  return operator.startsWith('>') ? Number(element) > Number(value) : Number(element) < Number(value);
}

/** In a form that grows with the date: 2026-01-31. */
function dayOf(seconds: unknown, { timezone: timeZone }: NaiveContext): string {
  return new Date(Number(seconds) * 1000).toLocaleDateString('sv-SE', { timeZone });
}

function textOf(html: string): string {
  const [before = '', ...tagged] = html.split('<');
  let text = before;
  for (const piece of tagged) {
    const [tag = '', after = ''] = piece.split('>');
    text += (['b', '/b', 'i', '/i'].includes(tag) ? '' : ' ') + after;
  }
  text = text.replaceAll('&lt;', '<').replaceAll('&#39;', "'").replaceAll('&nbsp;', ' ').replaceAll('&amp;', '&');
  return text
    .split(/\s/)
    .filter((word) => word !== '')
    .join(' ')
    .toLowerCase();
}

/** Enough for what the tests write: what stands between spaces and at signs, without the marks around it. */
function splitWords(text: string): string[] {
  return text
    .split(/[ @]/)
    .map((word) => word.replace(/^[^\p{L}0-9]+|[^\p{L}0-9]+$/gu, ''))
    .filter((word) => word !== '');
}
