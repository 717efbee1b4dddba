import type { Tool } from '../tool/tool.ts';
import type { Names } from './names.ts';
import { showText } from './refusals.ts';
import { namesIn } from './resolve-arguments.ts';

/** Ids that are told the names of. */
const MOST_TOLD = 20;

/** Who or what the ids in arguments are, a line each, as far as it can be known and may be shown. */
export async function sayNames(tool: Pick<Tool, 'names'>, input: unknown, names: Names): Promise<readonly string[]> {
  if (tool.names === undefined) return [];
  const values = namesIn(tool.names, input, names).slice(0, MOST_TOLD);
  await names.loadShown(values.flatMap(({ kinds }) => kinds));
  return values.flatMap(({ value, path, key, kinds }) => {
    const id = String(value).trim();
    const label = kinds.map((kind) => names.labelOf(kind, id, key)).find((one) => one !== undefined);
    return label === undefined ? [] : [`${path}: ${id} is ${showText(label)}`];
  });
}
