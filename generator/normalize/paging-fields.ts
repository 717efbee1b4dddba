import type { PagingFacts, ToolFacts } from '../facts/tool-facts.ts';
import type { Field } from '../ir/ir.ts';
import { isRecord, type Json } from '../json/json-schema.ts';
import type { Lookup } from '../json/lookup.ts';

/** Parameters of pages where an operation does not name its own. */
const pagingKeys = new Set(['page', 'per_page', 'starting_after', 'cursor', 'scroll_param', 'pagination']);

/** The parameter of a position that a style sends where a fact does not say otherwise. */
const usual: Readonly<Record<string, readonly string[]>> = {
  cursor: ['starting_after'],
  page: ['page'],
  offset: ['offset'],
  'last-id': ['starting_after'],
  scroll: ['scroll_param'],
};

/** What the client sends itself where it pages, and what would be called as its own arguments are. */
export function isPaging({ in: place, wire, key }: Field, pagination: PagingFacts | undefined): boolean {
  if (pagination === undefined || place === 'path' || place === 'header') return false;
  const { in: where = 'query', style, param, size, next } = pagination;
  if (key === 'limit' || key === 'next_cursor') return true;
  if (param === undefined && size === undefined && next === undefined) return pagingKeys.has(wire);
  if ((place === 'query') !== (where === 'query')) return false;
  const [, holder] = where.split('.');
  const named = [...(param === undefined ? (usual[style] ?? pagingKeys) : [param]), size ?? 'per_page'];
  return holder === undefined ? named.includes(wire) : wire === holder;
}

/** Whether a parameter is the size of a page. */
export function isPageSize({ in: place, name }: Json, { pagination }: ToolFacts): boolean {
  return place === 'query' && name === (pagination?.size ?? 'per_page');
}

/** The largest pages that an operation and its parameter of the size state. */
export function largestPages(raw: Json, size: Json | undefined, lookup: Lookup): number[] {
  const schema = isRecord(size?.schema) ? size.schema : {};
  const target = typeof schema.$ref === 'string' ? lookup(schema.$ref) : schema;
  const stated = [raw['x-page-size'], size?.['x-page-size']].map((fact) => (isRecord(fact) ? fact.max : undefined));
  return [...stated, target?.maximum].filter((value) => typeof value === 'number');
}
