import { isNode, isScalar, LineCounter, parseDocument, type YAMLError } from 'yaml';
import { type Diagnostic, DiagnosticError, diagnostic } from '../diagnostics/diagnostics.ts';
import { fail } from '../diagnostics/fail.ts';
import type { JsonObject } from '../json/json.ts';
import { isRecord } from '../json/json-schema.ts';

/** A parsed description, and the way back from a value to its place in the text. */
export interface ParsedText {
  readonly value: JsonObject;
  /** `file:line:column` of the value that a path of keys leads to, or of the nearest parent that is there. */
  readonly locate: (path: readonly string[]) => string;
  /** A scalar as it was written, so that an unquoted version `2.10` does not become 2.1. */
  readonly written: (path: readonly string[]) => string | undefined;
}

/** How near to the end of the text a syntax error must be to look like a cut-off download, in characters. */
const nearEnd = 200;

/** Parses a YAML or JSON object; every duplicate key and the first syntax error are reported with line and column. */
export function parseText(text: string, where: string): ParsedText {
  if (text.trim() === '') throw fail('SOURCE_EMPTY', `${where} is empty`);
  if (/^\uFEFF?\s*<(?:!doctype|html|head|body|\?xml)/i.test(text))
    throw fail('SOURCE_IS_HTML', `${where} is a web page, not an OpenAPI description`);
  const lines = new LineCounter();
  const at = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `${where}:${line}:${col}`;
  };
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, prettyErrors: false });
  const duplicates = document.errors.filter(({ code }) => code === 'DUPLICATE_KEY');
  // What follows the first syntax error is mostly its echo.
  const syntax = document.errors.filter(({ code }) => code !== 'DUPLICATE_KEY').slice(0, 1);
  const errors = [...duplicates, ...syntax];
  if (errors.length > 0) throw new DiagnosticError(errors.map((error) => explain(error, text.length, at)));
  const locate = (path: readonly string[]): string => {
    for (let length = path.length; length >= 0; length--) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return at(node.range[0]);
    }
    return where;
  };
  const written = (path: readonly string[]): string | undefined => {
    const node = document.getIn(path, true);
    return isScalar(node) ? (node.source ?? String(node.value)) : undefined;
  };
  return { value: toValue(() => document.toJS(), where), locate, written };
}

function explain(error: YAMLError, length: number, at: (offset: number) => string): Diagnostic {
  const place = at(error.pos[0]);
  if (error.code === 'DUPLICATE_KEY')
    return diagnostic('SOURCE_DUPLICATE_KEY', `${place}: this key stands twice in one object`);
  const cut = error.code !== 'MULTIPLE_DOCS' && error.pos[1] >= length - nearEnd;
  return diagnostic(cut ? 'SOURCE_TRUNCATED' : 'SOURCE_SYNTAX', `${place}: ${wording(error.message)}`);
}

function wording(message: string): string {
  return message.includes('call stack') ? 'the text is nested too deeply' : message;
}

/** Aliases can make a text that parses but has no finite value; that is the text's fault, not a bug here. */
function toValue(read: () => unknown, where: string): JsonObject {
  let value: unknown;
  try {
    value = read();
    JSON.stringify(value);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw fail('SOURCE_SYNTAX', `${where} cannot be read as plain data: ${reason}`);
  }
  if (!isRecord(value)) throw fail('SOURCE_NOT_OBJECT', `${where} is not an object with keys`);
  // Plain data by now, as YAML knows it.
  return value as JsonObject;
}
