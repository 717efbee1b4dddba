import { type Diagnostic, diagnostic } from '../diagnostics/diagnostics.ts';
import type { JsonSchema } from '../json/json-schema.ts';
import { type ClientRule, clientRules, type ListedTool, partsOf } from './client-rules.ts';

/** A rule that a tool breaks. */
export interface BrokenRule {
  readonly tool: string;
  readonly rule: keyof typeof clientRules;
  /** Where in the tool's input schema; empty for the tool as a whole. */
  readonly pointer: string;
}

/** The rules of clients that tools break, as a list shows these. */
export function lintTools(tools: readonly ListedTool[]): BrokenRule[] {
  return tools.flatMap((tool) => {
    const places = placesIn(tool.inputSchema);
    return ruleNames.flatMap((rule) => {
      const { isBrokenBy, isBrokenIn }: ClientRule = clientRules[rule];
      const whole = isBrokenBy?.(tool) === true ? [''] : [];
      const parts = places.filter(([pointer, schema]) => isBrokenIn?.(schema, { isRoot: pointer === '' }) === true);
      return [...whole, ...parts.map(([pointer]) => pointer)].map((pointer) => ({ tool: tool.name, rule, pointer }));
    });
  });
}

/** A problem for each rule of clients that a tool breaks, at its operation. */
export function checkClients(tools: readonly ListedTool[], pointers: ReadonlyMap<string, string>): Diagnostic[] {
  const broken = Map.groupBy(lintTools(tools), ({ tool, rule }) => `${tool} ${rule}`);
  return [...broken.values()].flatMap(([first]) => {
    if (first === undefined) return [];
    const { says, clients }: ClientRule = clientRules[first.rule];
    const where = first.pointer === '' ? '' : ` (${first.pointer} of its input)`;
    return [diagnostic('CLIENT_RULE', `${first.tool}${where}, for ${clients}: ${says}`, pointers.get(first.tool))];
  });
}

// The keys of a literal are those of its type.
const ruleNames = Object.keys(clientRules) as (keyof typeof clientRules)[];

function placesIn(schema: JsonSchema, pointer = ''): (readonly [string, JsonSchema])[] {
  return [[pointer, schema], ...partsOf(schema).flatMap(([place, part]) => placesIn(part, pointer + place))];
}
