import type { AnswerRules, ResourceRule } from '../profile/answer-rules.ts';
import { isRecord, own } from '../value/value.ts';
import { briefThings } from './brief-things.ts';
import { choose, type FieldSelection } from './fields.ts';
import { isNoise } from './noise.ts';
import { ruleFor } from './rules.ts';
import { omit, pick, withId } from './select.ts';

/** What an answer shows of an item, and how. */
export interface Chosen {
  readonly value: unknown;
  /** True where the type tells which rule holds, and the tool's name does not. */
  readonly keepType: boolean;
}

/** What a choice depends on; `more` takes the names of what could be shown as well. */
export interface Choosing {
  readonly tool: string;
  readonly rules: AnswerRules;
  readonly selection: FieldSelection | undefined;
  readonly more: Set<string>;
}

/** The summary of one item, or what was asked for; the names of what it could show as well are added to `more`. */
export function chooseSummary(item: unknown, { tool, rules, selection, more }: Choosing): Chosen {
  const rule = ruleFor(own(item, 'type'), tool, rules);
  const keepType = rule !== ruleFor(undefined, tool, rules);
  if (!isRecord(item) || selection?.everything) return { value: item, keepType };
  if (selection && !selection.beside) return { value: withId(item, chosen(item, selection.paths, rules)), keepType };
  const beside = selection?.paths ?? [];
  const paths = rule && [...rule.summary, ...beside, ...(keepType ? ['type'] : [])];
  const summary = paths && pick(item, choose(paths));
  const value = summary ?? omit(item, choose(without(rules.heavy, beside)));
  const tops = paths && summary ? paths.map(top) : Object.keys(isRecord(value) ? value : {});
  nameMore(item, new Set(tops), { rules, more });
  return { value, keepType };
}

/** One item without what its rule hides, or what was asked for; the names of what is hidden are added to `more`. */
export function chooseSingle(
  item: Readonly<Record<string, unknown>>,
  { tool, rules, selection, more, parts }: Choosing & { readonly parts: string | undefined },
): Chosen {
  const rule = ruleFor(item.type, tool, rules);
  const keepType = rule !== ruleFor(undefined, tool, rules);
  if (selection?.everything) return { value: item, keepType };
  if (selection && !selection.beside)
    return { value: withId(item, chosen(item, withKeys(selection.paths, parts), rules)), keepType };
  if (rule === undefined) return { value: item, keepType };
  const hidden = without(rule.hide, selection?.paths ?? []);
  for (const path of hidden) if (!isHollow(pick(item, choose([path])))) more.add(path);
  const shown = omit(item, choose([...hidden, ...without(rule.omit, selection?.paths ?? [])]));
  return { value: shorten(shown, rule, { selection, more }), keepType };
}

function chosen(item: unknown, paths: readonly string[], rules: AnswerRules): unknown {
  const choice = choose(paths);
  return briefThings(pick(item, choice) ?? {}, choice, rules);
}

/** Things within an item as a few of their properties, unless they or something in them was asked for. */
function shorten(
  item: unknown,
  { brief = {} }: Pick<ResourceRule, 'brief'>,
  { selection, more }: Pick<Choosing, 'selection' | 'more'>,
): unknown {
  if (!isRecord(item)) return item;
  const short = without(Object.keys(brief), selection?.paths ?? []).flatMap((key) => {
    const whole = own(item, key);
    const kept = new Set(brief[key]);
    if (!isRecord(whole) || Object.keys(whole).every((name) => kept.has(name) || name === 'type')) return [];
    more.add(key);
    return [[key, pick(whole, choose([...kept]))] as const];
  });
  return { ...item, ...Object.fromEntries(short) };
}

/** A message without its id and time cannot be put in order. */
function withKeys(paths: readonly string[], parts: string | undefined): readonly string[] {
  const inside = parts !== undefined && paths.some((path) => path.startsWith(`${parts}.`));
  return inside ? [...paths, `${parts}.id`, `${parts}.created_at`] : paths;
}

function nameMore(
  item: Readonly<Record<string, unknown>>,
  shown: ReadonlySet<string>,
  { rules: { noise }, more }: Pick<Choosing, 'rules' | 'more'>,
): void {
  for (const [key, value] of Object.entries(item)) {
    const isTold = key === 'type' || shown.has(key) || /_(?:total|has_more)$/.test(key);
    if (!isTold && /^\w{1,60}$/.test(key) && !isHollow(value) && !isNoise(key, value, { noise, inList: true }))
      more.add(key);
  }
}

/** Hidden places but those that were asked for, above or below. */
function without(hidden: readonly string[], selected: readonly string[]): string[] {
  const isSelected = (path: string) =>
    selected.some((one) => one === path || path.startsWith(`${one}.`) || one.startsWith(`${path}.`));
  return hidden.filter((path) => !isSelected(path));
}

const WRAPPER = new Set(['type', 'url', 'total_count', 'has_more']);

/** True for what cleaning would leave nothing of, as far as a look at it tells. */
function isHollow(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  if (typeof value !== 'object') return false;
  if (Array.isArray(value)) return value.length === 0;
  return Object.entries(value).every(
    ([key, part]) => WRAPPER.has(key) || part === null || part === '' || (Array.isArray(part) && part.length === 0),
  );
}

function top(path: string): string {
  return path.split('.')[0] ?? '';
}
