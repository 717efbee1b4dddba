import type { TextKind, TextRule, Tool } from '../tool/tool.ts';
import { InputError } from '../value/errors.ts';
import { once } from '../value/once.ts';
import { isRecord, own } from '../value/value.ts';
import { refusePartial } from './refuse-partial.ts';

const loadConverter = once(() => import('./convert-text.ts'));

const TOO_LONG = 'is too long to be read as Markdown: send it as HTML, or in parts';

/** Arguments as they are sent, and a line for each text that lost something on the way. */
export interface WrittenTexts {
  readonly input: Readonly<Record<string, unknown>>;
  readonly repairs: readonly string[];
}

/**
 * The arguments with each text as its field takes it: HTML for Markdown, plain words for both. Rejects with an
 * {@link InputError} for a text that was read in part, or that stands twice.
 */
export async function writeTexts(
  { texts = {}, access }: Pick<Tool, 'texts' | 'access'>,
  input: Readonly<Record<string, unknown>>,
): Promise<WrittenTexts> {
  if (access === 'write') refusePartial(input);
  const found = Object.entries(texts).flatMap(([place, rule]) => findTexts(input, place, rule));
  if (found.length === 0) return { input, repairs: [] };
  // Loaded when the first text goes out: it brings a parser.
  const { convertText, isSameText } = await loadConverter();
  const written = structuredClone(input);
  const repairs: string[] = [];
  for (const { path, text, rule, name } of found.sort((a, b) => Number(a.isRenamed) - Number(b.isRenamed))) {
    const owner = ownerOf(written, path);
    const kind = kindOf(rule, input);
    if (owner === undefined || kind === undefined) continue;
    const sent = convertText(text, kind);
    const argument = path.join('.');
    if (sent === undefined) throw new InputError([{ argument, message: TOO_LONG }]);
    const other = path.at(-1) === name ? undefined : own(owner, name);
    if (typeof other === 'string' && !isSameText(sent, other))
      throw new InputError([{ argument, message: `differs from ${name}, which it is sent as: give ${name} alone` }]);
    delete owner[path.at(-1) ?? ''];
    owner[name] = other ?? sent;
    if (kind === 'plain' && sent !== text) repairs.push(`${argument}: sent without its marks, for it is plain text`);
  }
  return { input: written, repairs };
}

interface FoundText {
  /** Keys that lead to it. */
  readonly path: readonly string[];
  /** What it is called in the request. */
  readonly name: string;
  readonly isRenamed: boolean;
  readonly text: string;
  readonly rule: TextRule;
}

function findTexts(input: Readonly<Record<string, unknown>>, place: string, rule: TextRule): FoundText[] {
  let reached: { path: string[]; value: unknown }[] = [{ path: [], value: input }];
  for (const key of place.split('.'))
    reached = reached.flatMap(({ path, value }) =>
      entriesOf(value, key).map(([name, part]) => ({ path: [...path, name], value: part })),
    );
  const as = typeof rule === 'object' && 'as' in rule ? rule.as : undefined;
  return reached.flatMap(({ path, value }) =>
    typeof value === 'string'
      ? [{ path, name: as ?? path.at(-1) ?? '', isRenamed: as !== undefined, text: value, rule }]
      : [],
  );
}

function entriesOf(value: unknown, key: string): [string, unknown][] {
  if (key === '*') return typeof value === 'object' && value !== null ? Object.entries(value) : [];
  const part = own(value, key);
  return part === undefined ? [] : [[key, part]];
}

/** The object that holds a text, in a copy that may be written to. */
function ownerOf(copy: Record<string, unknown>, path: readonly string[]): Record<string, unknown> | undefined {
  let value: unknown = copy;
  for (const key of path.slice(0, -1)) value = Array.isArray(value) ? value[Number(key)] : own(value, key);
  return isRecord(value) ? value : undefined;
}

function kindOf(rule: TextRule, input: Readonly<Record<string, unknown>>): TextKind | undefined {
  if (typeof rule === 'string') return rule;
  if ('kind' in rule) return rule.kind;
  const value = String(own(input, rule.by));
  return Object.hasOwn(rule.kinds, value) ? rule.kinds[value] : undefined;
}
