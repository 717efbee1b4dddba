import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { fail } from '../diagnostics/fail.ts';
import { sameJson } from '../json/json-schema.ts';
import { parseText } from '../source/parse-text.ts';

/**
 * An overlay's text with actions behind those that it has, everything else as it was to the byte; `write` is told by how
 * many blanks they are indented. Throws {@link DiagnosticError} where the text is no overlay that actions can be added to.
 */
export function appendActions(text: string, file: string, write: (indent: number) => string): string {
  const before = parseText(text, file).value;
  const root = parseDocument(text).contents;
  const at = isMap(root) ? root.items.findIndex(({ key }) => isScalar(key) && key.value === 'actions') : -1;
  const actions = isMap(root) && at >= 0 ? root.items[at]?.value : undefined;
  if (!isMap(root) || at < 0 || !isSeq(actions) || actions.flow === true || actions.range == null)
    throw unfit(file, 'it has no block list of actions, one "- target: …" a line');
  const following = root.items[at + 1]?.key;
  const end = isScalar(following) ? lineStart(text, following.range?.[0] ?? text.length) : text.length;
  const indent = actions.range[0] - lineStart(text, actions.range[0]);
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const head = text.slice(0, end);
  const added = `${/\n$/.test(head) ? '' : newline}${write(indent).replaceAll('\n', newline)}`;
  const result = `${head}${added}${text.slice(end)}`;
  if (!isContinued(before, parseText(result, file).value))
    throw unfit(file, 'what is added would change what is there');
  return result;
}

function unfit(file: string, why: string): Error {
  return fail('OVERLAY_INVALID', `no actions can be added to ${file}: ${why}`);
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Whether the second document is the first one with more actions at the end. */
function isContinued(before: Record<string, unknown>, after: Record<string, unknown>): boolean {
  const { actions: old, ...rest } = before;
  const { actions: all, ...same } = after;
  if (!Array.isArray(old) || !Array.isArray(all) || !sameJson(rest, same)) return false;
  return all.length > old.length && sameJson(old, all.slice(0, old.length));
}
