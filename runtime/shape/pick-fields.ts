import { isRecord, own } from '../value/value.ts';
import { choose, readFields } from './fields.ts';
import { pick, withId } from './select.ts';
import type { ShapedTool } from './shaping.ts';

/** A raw answer, or the items of a raw page, with no other properties than those asked for; as it is without `fields`. */
export function pickFields(
  tool: Pick<ShapedTool, 'pagination'>,
  output: unknown,
  fields: readonly string[] | undefined,
): unknown {
  const selection = readFields(fields);
  // Beside everything there is nothing more to show.
  if (selection === undefined || selection.everything || selection.beside) return output;
  const choice = choose(selection.paths);
  const take = (value: unknown) => (isRecord(value) ? withId(value, pick(value, choice) ?? {}) : value);
  const result = own(output, 'result');
  if (tool.pagination === undefined || !isRecord(output) || !Array.isArray(result)) return take(output);
  return { ...output, result: result.map(take) };
}
