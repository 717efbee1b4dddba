import type { Api, DescribedOperation } from '../ir/ir.ts';
import type { JsonSchema } from '../json/json-schema.ts';
import { titleCase } from '../text/words.ts';
import { type Classification, classify } from './classify.ts';
import { namedArguments } from './named-arguments.ts';
import { personalDataFinder } from './personal-data.ts';
import { type ReservedInputs, reservedInputs } from './reserved-inputs.ts';
import { toolSchema } from './tool-schema.ts';

/** A tool with everything decided that its file and its catalogue entry say; `tags` are slugs and groups by now. */
export interface PlannedTool extends DescribedOperation, Classification {
  readonly inputSchema: JsonSchema & { type: 'object' };
  readonly reserved: ReservedInputs;
  /** By dotted place, what the ids are of for which a name does as well. */
  readonly named: Readonly<Record<string, readonly string[]>>;
  /** A customer's data may stand in what it answers. */
  readonly personalData: boolean;
}

/** One emitted module: a resource and its tools. */
export interface PlannedModule {
  readonly name: string;
  readonly title: string;
  readonly tools: readonly PlannedTool[];
}

/** What is written: modules by name and the tools of each by theirs, so that nothing depends on the order of the description. */
export function plan(api: Api<DescribedOperation>): PlannedModule[] {
  const modules = new Map<string, PlannedTool[]>();
  const findPersonalData = personalDataFinder(api.document);
  for (const operation of api.operations) {
    const { module } = operation.names;
    const classification = classify(operation, api.groups);
    const reserved = reservedInputs(operation, classification);
    const inputSchema = toolSchema(operation, reserved);
    const named = namedArguments(inputSchema, operation.facts, api.names);
    const personalData = findPersonalData(operation);
    const tool: PlannedTool = { ...operation, ...classification, inputSchema, reserved, named, personalData };
    const others = modules.get(module);
    if (others) others.push(tool);
    else modules.set(module, [tool]);
  }
  const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return [...modules]
    .map(([name, tools]) => ({
      name,
      title: titleCase(name),
      tools: tools.toSorted((a, b) => byText(a.names.tool, b.names.tool)),
    }))
    .sort((a, b) => byText(a.name, b.name));
}
