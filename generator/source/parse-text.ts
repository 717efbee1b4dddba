import { type Document, isNode, isScalar, LineCounter, parseDocument, type YAMLError } from 'yaml';
import { type Code, type Diagnostic, DiagnosticError, diagnostic } from '../diagnostics/diagnostics.ts';
import { fail } from '../diagnostics/fail.ts';
import type { JsonObject } from '../json/json.ts';
import { isRecord } from '../json/json-schema.ts';
import { inspectYaml } from './read-yaml.ts';
import { endOfWord, findTwins, placeInJson } from './scan-json.ts';

/** A parsed description, and the way back from a value to its place in the text. */
export interface ParsedText {
  readonly value: JsonObject;
  /** `file:line:column` of the value that a path of keys leads to, or of the nearest parent that is there. */
  readonly locate: (path: readonly string[]) => string;
  /** A scalar as it was written, so that an unquoted version `2.10` does not become 2.1. */
  readonly written: (path: readonly string[]) => string | undefined;
  /** What is odd about the text and does no harm. */
  readonly diagnostics: readonly Diagnostic[];
}

/** How near to the end of the text a syntax error must be to look like a cut-off download, in characters. */
const nearEnd = 200;

/** So many keys that stand twice are named one by one. */
const MOST_TWINS = 20;

/** Parses a YAML or JSON object; every duplicate key and the first syntax error are reported with line and column. */
export function parseText(text: string, where: string): ParsedText {
  return parsedText(text, where, 'SOURCE_DUPLICATE_KEY');
}

/** As {@link parseText}, for what others wrote: of a key that stands twice the values are joined, and a warning says so. */
export function parseTolerantly(text: string, where: string): ParsedText {
  return parsedText(text, where, 'KEY_TWICE');
}

function parsedText(text: string, where: string, twin: 'SOURCE_DUPLICATE_KEY' | 'KEY_TWICE'): ParsedText {
  if (text.trim() === '') throw fail('SOURCE_EMPTY', `${where} is empty`);
  if (/^\uFEFF?\s*<(?:!doctype|html|head|body|\?xml)/i.test(text))
    throw fail('SOURCE_IS_HTML', `${where} is a web page, not an OpenAPI description`);
  const at = (offset: number): string => {
    const lines = text.slice(0, offset).split('\n');
    return `${where}:${lines.length}:${(lines.at(-1) ?? '').length + 1}`;
  };
  const json = readJson(text);
  const twins = json === undefined ? [] : findTwins(text);
  // Of a key that stands twice, JSON.parse keeps the second without a word.
  if (json !== undefined && twins.length === 0) {
    return {
      value: objectIn(json.value, where),
      locate: (path) => at(placeInJson(text, path)),
      written: (path) => writtenInJson(text, path),
      diagnostics: [],
    };
  }
  const yaml = readYaml(text, { where, at, isJson: json !== undefined });
  const places = yaml.twins.length > 0 ? yaml.twins : twins;
  const found = places.slice(0, MOST_TWINS).map((place) => explainTwin(twin, at(place)));
  const more = places.length - found.length;
  if (more > 0) found.push(diagnostic(twin, `${where}: and ${more} more`));
  if (found.some(({ severity }) => severity === 'error')) throw new DiagnosticError(found);
  return { ...yaml, diagnostics: [...found, ...yaml.diagnostics] };
}

function explainTwin(code: Code, place: string): Diagnostic {
  return diagnostic(code, `${place}: this key stands twice in one object`);
}

/** The value of a text that is JSON; undefined where it is none. */
function readJson(text: string): { value: unknown } | undefined {
  if (!/^\uFEFF?\s*[[{]/.test(text)) return undefined;
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch {
    return undefined;
  }
}

function writtenInJson(text: string, path: readonly string[]): string | undefined {
  const start = placeInJson(text, path);
  const written = text.slice(start, endOfWord(text, start));
  return /^[-\d]/.test(written) ? written : undefined;
}

interface ReadYaml extends ParsedText {
  readonly twins: readonly number[];
}

function readYaml(
  text: string,
  { where, at, isJson }: { where: string; at: (offset: number) => string; isJson: boolean },
): ReadYaml {
  const options = { lineCounter: new LineCounter(), uniqueKeys: false, prettyErrors: false, merge: true } as const;
  const document = parseDocument(text, options);
  // What follows the first syntax error is mostly its echo.
  const [error] = document.errors;
  if (error !== undefined) throw new DiagnosticError([explain(error, text.length, at)]);
  const { twins, problem } = inspected(document, where);
  if (problem !== undefined) throw fail('SOURCE_SYNTAX', `${where} cannot be read as plain data: ${problem}`);
  const value = toValue(document, where);
  const scalars = new Map(
    [['openapi'], ['swagger'], ['info', 'version']].map((path) => [path.join('.'), sourceOf(document, path)]),
  );
  // The parsed text is large and needed again only where something is to be told of a place.
  let again: Document | undefined;
  const nodeAt = (path: readonly string[]): unknown => {
    again ??= parseDocument(text, options);
    return again.getIn(path, true);
  };
  return {
    value,
    twins,
    written: (path) => scalars.get(path.join('.')),
    locate: (path) => {
      for (let length = path.length; length >= 0; length--) {
        const node = nodeAt(path.slice(0, length));
        if (isNode(node) && node.range) return at(node.range[0]);
      }
      return where;
    },
    diagnostics: isJson
      ? []
      : document.warnings
          .slice(0, MOST_TWINS)
          .map(({ message, pos }) => diagnostic('SOURCE_YAML_TAG', `${at(pos[0])}: ${message}`)),
  };
}

function inspected(document: Document, where: string): ReturnType<typeof inspectYaml> {
  try {
    return inspectYaml(document);
  } catch (error) {
    if (error instanceof RangeError) throw fail('SOURCE_SYNTAX', `${where}: the text is nested too deeply`);
    throw error;
  }
}

function sourceOf(document: Document, path: readonly string[]): string | undefined {
  const node = document.getIn(path, true);
  return isScalar(node) ? (node.source ?? String(node.value)) : undefined;
}

function explain(error: YAMLError, length: number, at: (offset: number) => string): Diagnostic {
  const place = at(error.pos[0]);
  if (error.code === 'MULTIPLE_DOCS')
    return diagnostic('SOURCE_SYNTAX', `${place}: a second document begins here: give one description a file`);
  const cut = error.pos[1] >= length - nearEnd;
  return diagnostic(cut ? 'SOURCE_TRUNCATED' : 'SOURCE_SYNTAX', `${place}: ${wording(error.message)}`);
}

function wording(message: string): string {
  return message.includes('call stack') ? 'the text is nested too deeply' : message;
}

/** The plain data of a document; its aliases were counted before. */
function toValue(document: Document, where: string): JsonObject {
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: -1 });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw fail('SOURCE_SYNTAX', `${where} cannot be read as plain data: ${wording(reason)}`);
  }
  return objectIn(value, where);
}

function objectIn(value: unknown, where: string): JsonObject {
  if (!isRecord(value)) throw fail('SOURCE_NOT_OBJECT', `${where} is not an object with keys`);
  // Plain data by now, as YAML and JSON know it.
  return value as JsonObject;
}
