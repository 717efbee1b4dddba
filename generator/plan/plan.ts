import type { Api, Names, Operation } from '../ir/ir.ts';
import type { JsonSchema } from '../json/json-schema.ts';
import { titleCase } from '../text/words.ts';
import { type Classification, classify } from './classify.ts';
import type { Words } from './describe.ts';
import { type ReservedInputs, reservedInputs } from './reserved-inputs.ts';
import { toolSchema } from './tool-schema.ts';

/** A tool with everything decided that its file and its catalogue entry say. */
export interface PlannedTool extends Classification {
  readonly operation: Operation;
  readonly names: Names;
  readonly words: Words;
  readonly inputSchema: JsonSchema & { type: 'object' };
  readonly reserved: ReservedInputs;
}

/** One emitted module: a resource and its tools. */
export interface PlannedModule {
  readonly name: string;
  readonly title: string;
  readonly tools: readonly PlannedTool[];
}

/** What is written: modules by name, tools within them by their place in the description, sorted so that nothing depends on it. */
export const plan = (
  api: Api,
  names: ReadonlyMap<Operation, Names>,
  words: ReadonlyMap<Operation, Words>,
): PlannedModule[] => {
  const modules = new Map<string, PlannedTool[]>();
  for (const operation of api.operations) {
    const ownNames = names.get(operation);
    const ownWords = words.get(operation);
    if (!ownNames || !ownWords)
      throw new Error(`${operation.method} ${operation.path} was neither named nor described`);
    const classification = classify(operation, ownNames, api.groups);
    const reserved = reservedInputs(operation, classification);
    const tool: PlannedTool = {
      operation,
      names: ownNames,
      words: ownWords,
      inputSchema: toolSchema(operation, ownWords, reserved),
      reserved,
      ...classification,
    };
    modules.set(ownNames.module, [...(modules.get(ownNames.module) ?? []), tool]);
  }
  const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return [...modules]
    .map(([name, tools]) => ({
      name,
      title: titleCase(name),
      tools: tools.toSorted((a, b) => byText(a.names.tool, b.names.tool)),
    }))
    .sort((a, b) => byText(a.name, b.name));
};
