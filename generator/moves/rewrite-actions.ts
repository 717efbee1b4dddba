import { isMap, isScalar, isSeq, parseDocument, type Scalar } from 'yaml';
import type { Json } from '../json/json.ts';
import { stableJson } from '../json/stable-json.ts';

/** What changes in the text of one overlay file. */
export interface Rewriting {
  /** New targets by the place of their action. */
  readonly targets: ReadonlyMap<number, string>;
  /** Actions that are added at the end. */
  readonly added?: readonly AddedAction[];
}

/** An action that says which facts of a tool stay. */
export interface AddedAction {
  readonly target: string;
  /** `x-mcp` of the operation. */
  readonly facts: { readonly [key: string]: string | { readonly [key: string]: string } };
}

/**
 * The text of an overlay file with other targets and more actions: whatever else stands in it, its comments, its order and its
 * quotes too, stays byte for byte. Undefined where the text is written in a way that this cannot change, such as by an alias.
 */
export function rewriteActions(text: string, { targets, added = [] }: Rewriting): string | undefined {
  const document = parseDocument(text);
  const actions = document.get('actions', true);
  if (document.errors.length > 0 || !isSeq(actions)) return undefined;
  const edits: Edit[] = [];
  for (const [index, target] of targets) {
    const action = actions.items[index];
    const scalar = isMap(action) ? action.get('target', true) : undefined;
    if (!isScalar(scalar) || !scalar.range) return undefined;
    const [start, end] = scalar.range;
    edits.push({ start, end: blockEnd(text, scalar, end), text: (quotes) => inStyle(target, scalar, quotes) });
  }
  if (added.length > 0) {
    const last = actions.items.at(-1);
    if (actions.flow || !isMap(last) || !last.range) return undefined;
    const end = endOfLine(text, last.range[1]);
    const lead = indentOf(text, last.range[0]);
    if (lead === undefined) return undefined;
    edits.push({
      start: end,
      end,
      text: () => added.map((action) => lead.newline + written(action, lead.indent)).join(''),
    });
  }
  const want = wanted(document.toJS(), { targets, added });
  const isWanted = (candidate: string): boolean => {
    const parsed = parseDocument(candidate);
    return parsed.errors.length === 0 && stableJson(parsed.toJS()) === want;
  };
  // A plain scalar that cannot hold the new target is quoted.
  return [false, true].map((quotes) => edited(text, edits, quotes)).find(isWanted);
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: (quotes: boolean) => string;
}

function edited(text: string, edits: readonly Edit[], quotes: boolean): string {
  let result = text;
  for (const edit of edits.toSorted((a, b) => b.start - a.start))
    result = result.slice(0, edit.start) + edit.text(quotes) + result.slice(edit.end);
  return result;
}

function inStyle(target: string, { type }: Scalar, quotes: boolean): string {
  if (type === 'QUOTE_DOUBLE') return JSON.stringify(target);
  if (type === 'QUOTE_SINGLE') return `'${target.replaceAll("'", "''")}'`;
  return quotes || type !== 'PLAIN' ? JSON.stringify(target) : target;
}

/** A block scalar ends with the newline that ends its last line, which stays. */
function blockEnd(text: string, { type }: Scalar, end: number): number {
  if (type !== 'BLOCK_FOLDED' && type !== 'BLOCK_LITERAL') return end;
  return end - (/\r?\n*$/.exec(text.slice(0, end))?.[0].length ?? 0);
}

function endOfLine(text: string, offset: number): number {
  const before = text.slice(0, offset).trimEnd().length;
  const end = text.slice(before).search(/\r?\n/);
  return end < 0 ? text.length : before + end;
}

/** What stands in front of an action in a block list: `  - ` gives two spaces; undefined where it begins otherwise. */
function indentOf(text: string, offset: number): { indent: string; newline: string } | undefined {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  const [, indent] = /^( *)- +$/.exec(line) ?? [];
  return indent === undefined ? undefined : { indent, newline: text.includes('\r\n') ? '\r\n' : '\n' };
}

function written({ target, facts }: AddedAction, indent: string): string {
  return `${indent}- { target: ${JSON.stringify(target)}, update: { x-mcp: ${flowOf(facts)} } }`;
}

/** Facts as YAML on one line: their values are words. */
export function flowOf(facts: AddedAction['facts']): string {
  const entries = Object.entries(facts).map(
    ([key, value]) => `${key}: ${typeof value === 'string' ? value : flowOf(value)}`,
  );
  return `{ ${entries.join(', ')} }`;
}

function wanted(content: unknown, { targets, added = [] }: Rewriting): string {
  const { actions, ...rest } = content as { actions: Record<string, Json>[] };
  return stableJson({
    ...rest,
    actions: [
      ...actions.map((action, index) => ({
        ...action,
        ...(targets.has(index) && { target: targets.get(index) ?? '' }),
      })),
      ...added.map(({ target, facts }) => ({ target, update: { 'x-mcp': facts } })),
    ],
  });
}
