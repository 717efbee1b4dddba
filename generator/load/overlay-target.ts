import { compile, JSONPathError, jsonpath, TokenKind } from 'json-p3';
import { plainNames, type TargetName } from './plain-target.ts';

/**
 * The steps at the head of a JSONPath that go by names alone, each with the names that it may be:
 * `$.paths['/a','/b'].get.parameters[?@.name == 'x']` has four, the second of two names. None where the text is no JSONPath.
 */
export function namedSteps(target: string): readonly (readonly TargetName[])[] {
  const plain = plainNames(target);
  if (plain !== undefined) return plain.map((name) => [name]);
  const steps: TargetName[][] = [];
  for (const { token, selectors } of segmentsOf(target)) {
    if (token.kind === TokenKind.DDOT) break;
    const names = selectors.filter((selector) => selector instanceof jsonpath.selectors.NameSelector);
    if (names.length < selectors.length) break;
    steps.push(names.map(({ name, token: { kind, index, value } }) => nameAt({ name, kind, index, value })));
  }
  return steps;
}

function segmentsOf(target: string): readonly jsonpath.JSONPathSegment[] {
  try {
    return compile(target).segments;
  } catch (error) {
    if (error instanceof JSONPathError) return [];
    throw error;
  }
}

function nameAt({
  name,
  kind,
  index,
  value,
}: {
  name: string;
  kind: TokenKind;
  index: number;
  value: string;
}): TargetName {
  if (kind === TokenKind.NAME) return { name, start: index, end: index + value.length, quote: undefined };
  const quote = kind === TokenKind.DOUBLE_QUOTE_STRING ? '"' : "'";
  return { name, start: index - 1, end: index + value.length + 1, quote };
}

/** The paths that a target names, with the operations of them that it is about; none where it names no path. */
export interface TargetPaths {
  readonly paths: readonly TargetName[];
  /** Keys of a path's object, such as `get`; undefined where the target is about all of it. */
  readonly keys: readonly TargetName[] | undefined;
}

/** What a target says of `paths`; undefined where it does not name any. */
export function pathsOfTarget(target: string): TargetPaths | undefined {
  const [head, paths, keys] = namedSteps(target);
  const isOfPaths = head?.length === 1 && head[0]?.name === 'paths';
  return isOfPaths && paths !== undefined ? { paths, keys } : undefined;
}

const NAMED = /@\.name\s*==\s*(?<quote>['"])(?<name>[^'"\\]*)\k<quote>/;

/** The name that a target asks of the entries of a list: `x` of `parameters[?@.name == 'x']`; undefined where of none. */
export function entryName(target: string): string | undefined {
  return NAMED.exec(target)?.groups?.name;
}

/** The target with another name asked of the entries of a list. */
export function withEntryName(target: string, name: string): string {
  return target.replace(NAMED, (_, quote: string) => `@.name == ${quote}${name}${quote}`);
}

/** The target with other names in place of some that stand in it, each quoted as it was. */
export function withNames(target: string, replacements: ReadonlyMap<TargetName, string>): string {
  let text = target;
  for (const [{ start, end, quote }, name] of [...replacements].sort(([a], [b]) => b.start - a.start))
    text = written(text, { start, end, quote, name });
  return text;
}

const SHORTHAND = /^[A-Za-z_][\w]*$/;

function written(
  text: string,
  { start, end, quote, name }: { start: number; end: number; quote: TargetName['quote']; name: string },
): string {
  const before = text.slice(0, start);
  const after = text.slice(end);
  if (quote !== undefined) return before + quoted(name, quote) + after;
  if (SHORTHAND.test(name)) return before + name + after;
  // The dot goes: `.old` becomes `['new-name']`.
  return `${before.replace(/\.\s*$/, '')}[${quoted(name, "'")}]${after}`;
}

function quoted(name: string, quote: '"' | "'"): string {
  const escaped = JSON.stringify(name).slice(1, -1);
  return quote === '"' ? `"${escaped}"` : `'${escaped.replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}
