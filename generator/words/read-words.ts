import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PlannedTools } from '../build/plan-tools.ts';
import type { FactOrigins } from '../facts/read-facts.ts';
import { keysOf, pointerTo, valueAt } from '../json/json-pointer.ts';
import { isRecord } from '../json/json-schema.ts';
import { type ParsedText, parseText } from '../source/parse-text.ts';
import type { OverlayText } from './rules/rule.ts';

/** Every text that the overlays of a folder give a model to read, with its place, as they apply: the last one counts. */
export async function readWords(folder: string, { document, origins, modules }: PlannedTools): Promise<OverlayText[]> {
  const places = await placesIn(folder, origins);
  const read = (operation: string): OverlayText[] => {
    const value = valueAt(document, operation);
    const { summary, description, 'x-mcp': facts } = isRecord(value) ? value : {};
    const fields = isRecord(facts) && isRecord(facts.fields) ? Object.entries(facts.fields) : [];
    const texts = [
      ...(operation === '' ? [] : [{ kind: 'title', argument: '', text: summary, path: ['summary'] } as const]),
      ...(operation === ''
        ? []
        : [{ kind: 'description', argument: '', text: description, path: ['description'] } as const]),
      ...fields.map(
        ([argument, text]) => ({ kind: 'argument', argument, text, path: ['x-mcp', 'fields', argument] }) as const,
      ),
    ];
    return texts.flatMap(({ kind, argument, text, path }) => {
      const at = places(operation + pointerTo(path));
      return typeof text === 'string' && at !== undefined ? [{ kind, argument, text, operation, at }] : [];
    });
  };
  return ['', ...modules.flatMap(({ tools }) => tools.map(({ pointer }) => pointer))].flatMap(read);
}

/** Where the overlays wrote what stands at a JSON Pointer; undefined for what they did not write. */
async function placesIn(folder: string, origins: FactOrigins): Promise<(pointer: string) => string | undefined> {
  const files = new Set([...origins.values()].map(({ action }) => fileOf(action)));
  const parsed = new Map<string, ParsedText>();
  for (const file of files) {
    const path = join(folder, file);
    parsed.set(file, parseText(await readFile(path, 'utf8'), path));
  }
  return (pointer) => {
    const origin = origins.get(pointer);
    const text = origin === undefined ? undefined : parsed.get(fileOf(origin.action));
    if (origin === undefined || text === undefined) return undefined;
    const action = keysOf(origin.action.slice(fileOf(origin.action).length));
    const update = valueAt(text.value, pointerTo([...action, 'update']));
    return text.locate([...action, 'update', ...within(update, keysOf(pointer))]);
  };
}

function fileOf(action: string): string {
  return action.slice(0, action.lastIndexOf('#'));
}

/** The end of a path that an update holds: what comes before it is the action's target. */
function within(update: unknown, path: readonly string[]): readonly string[] {
  const from = path.findIndex((_key, at) => valueAt(update, pointerTo(path.slice(at))) !== undefined);
  return from < 0 ? [] : path.slice(from);
}
