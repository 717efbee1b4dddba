import type { Pagination } from '../../runtime/tool/tool.ts';
import type { OutputType, OutputTypes } from '../answers/output-types.ts';
import type { PagingFacts, ToolFacts } from '../facts/tool-facts.ts';
import { deprecation, inputNames, inputNamesOf } from '../inputs/input-types.ts';
import type { JsonSchema } from '../json/json-schema.ts';
import { mapInside } from '../json/map-inside.ts';
import { searchRules } from '../normalize/search-rules.ts';
import type { PlannedModule, PlannedTool } from '../plan/plan.ts';
import { byLetter } from '../text/by-letter.ts';
import { camelCase } from '../text/words.ts';
import { requestText } from './request.ts';
import { template } from './templates.ts';
import { closedExpression, zodExpression } from './zod.ts';

/** Where generated modules find the helpers of the runtime and the types, and what their tools answer. */
export interface EmitOptions {
  readonly runtime: string;
  readonly runtimeTypes: string;
  readonly outputs: OutputTypes;
}

const moduleTemplate = template('module.ts.hbs');

/** The text of one resource's module, before formatting. */
export function emitModule(module: PlannedModule, { runtime, runtimeTypes, outputs }: EmitOptions): string {
  const { shared, schemas } = shareDefinitions(module);
  const requests = new Map(module.tools.map((tool) => [tool, requestText(tool)]));
  const outputOf = (tool: PlannedTool): OutputType => outputs.of.get(tool) ?? UNKNOWN;
  const helpers = ['defineTool', ...new Set([...requests.values()].flatMap((request) => request.helpers))];
  if (module.tools.some(({ inputSchema }) => holds(inputSchema, ({ time }) => time !== undefined)))
    helpers.push('time');
  if (module.tools.some(({ inputSchema }) => holds(inputSchema, ({ long }) => long === 'number')))
    helpers.push('longInteger');
  const words = new Set(module.tools.flatMap((tool) => typesOf(outputOf(tool)).match(/[A-Za-z]\w*/g) ?? []));
  const types = ['Tool', ...(words.has('Page') ? ['Page'] : [])];
  const answered = [...new Set(module.tools.flatMap((tool) => outputOf(tool).names))].sort(byLetter);
  const used = answered.filter((name) => words.has(name));
  const answerFile = '../types/outputs.ts';
  const inputFile = `../inputs/${module.name}.ts`;
  return moduleTemplate({
    imports: [
      ...(runtime === runtimeTypes
        ? [importOf([...helpers, ...types], new Set(types), runtime)]
        : [importOf(helpers, new Set(), runtime), importOf(types, new Set(types), runtimeTypes)]),
      importOf(
        module.tools.map((tool) => inputNames(tool).input),
        'all',
        inputFile,
      ),
      ...(used.length > 0 ? [importOf(used, 'all', answerFile)] : []),
    ],
    typeExports: [
      `export type { ${inputNamesOf(module).sort(byLetter).join(', ')} } from '${inputFile}';`,
      ...(answered.length > 0 ? [`export type { ${answered.join(', ')} } from '${answerFile}';`] : []),
    ],
    shared,
    tools: module.tools.map((tool) => {
      const { names, title, facts } = tool;
      const definitions = schemas.get(tool) ?? new Map();
      return {
        input: inputNames(tool).input,
        identifier: names.identifier,
        schema: closedExpression(tool.inputSchema, tool.inputSchema.additionalProperties ?? false, definitions),
        output: typesOf(outputOf(tool)),
        name: JSON.stringify(names.tool),
        title: title.replaceAll('*/', '* /'),
        quotedTitle: JSON.stringify(title),
        description: JSON.stringify(tool.description),
        tags: JSON.stringify(tool.tags),
        class: JSON.stringify(tool.class),
        access: JSON.stringify(tool.access),
        destructive: JSON.stringify(tool.destructive),
        method: tool.method,
        path: tool.path.replaceAll('*/', '* /'),
        response: JSON.stringify(tool.response),
        headers: tool.response === 'headers' && tool.headers?.length ? literal(tool.headers) : '',
        accept: tool.accept === undefined ? '' : literal(tool.accept),
        alias: aliasOf(tool),
        pagination: facts.pagination ? literal(withoutReasons(facts.pagination)) : '',
        search: tool.search ? literal(searchRules(tool.search)) : '',
        picks: tool.reserved.fields ?? false,
        parts: tool.reserved.parts === undefined ? '' : literal(tool.reserved.parts),
        nulls: facts.nulls === undefined ? '' : literal(facts.nulls),
        named: Object.keys(tool.named).length > 0 ? literal(tool.named) : '',
        cases: tool.cases.length > 0 ? literal(tool.cases.map((one) => keyed(one, tool.fields))) : '',
        texts: facts.texts ? literal(textsByKey(facts.texts, tool.fields)) : '',
        server: tool.server === undefined ? '' : literal(tool.server),
        security: tool.security === undefined ? '' : literal(tool.security),
        request: requests.get(tool)?.text,
        former: names.aliases.flatMap(({ identifier, until }) => {
          return identifier === undefined ? [] : [{ identifier, deprecation: deprecation(names.identifier, until) }];
        }),
      };
    }),
  });
}

const UNKNOWN: OutputType = { raw: 'unknown', complete: 'unknown', names: [] };

function typesOf({ raw, complete }: OutputType): string {
  return `${raw}, ${complete}`;
}

/** An import of names, of which some are types; where all are, the import says so. */
function importOf(names: readonly string[], types: ReadonlySet<string> | 'all', from: string): string {
  const isTypes = types === 'all' || types.size === names.length;
  const texts = names.toSorted(byLetter).map((name) => (!isTypes && types.has(name) ? `type ${name}` : name));
  return `import ${isTypes ? 'type ' : ''}{ ${texts.join(', ')} } from '${from}';`;
}

function holds(schema: JsonSchema, isWanted: (schema: JsonSchema) => boolean): boolean {
  let found = isWanted(schema);
  mapInside(schema, (part) => {
    found ||= holds(part, isWanted);
    return part;
  });
  return found;
}

/** What a client has to know of paging: what is not declared is known all the same. */
function withoutReasons({ undeclared: _, ...pagination }: PagingFacts): Pagination {
  return pagination;
}

/** A JSON value as a TypeScript literal. */
function literal(value: unknown): string {
  return JSON.stringify(value);
}

/** A case by the names that the model uses. */
function keyed({ when, required, without }: PlannedTool['cases'][number], fields: PlannedTool['fields']): object {
  const key = (wire: string): string => fields.find((field) => field.wire === wire && field.in !== 'path')?.key ?? wire;
  return {
    when: Object.fromEntries(Object.entries(when).map(([wire, values]) => [key(wire), values])),
    required: required.map(key),
    ...(without && { without: without.map(key) }),
  };
}

/** The rules of texts by the names that the model uses; those of arguments that are hidden are left out. */
function textsByKey(texts: NonNullable<ToolFacts['texts']>, fields: PlannedTool['fields']): object {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([place, rule]) => {
      const [wire, ...rest] = place.split('.');
      const field = fields.find((one) => one.wire === wire && one.in === 'body');
      return field ? [[[field.key, ...rest].join('.'), rule]] : [];
    }),
  );
}

/** A lone `id` stands for the only path parameter, unless the tool has an `id` of its own. */
function aliasOf({ fields }: PlannedTool): string {
  const parameters = fields.filter((field) => field.in === 'path');
  return parameters.length === 1 && parameters[0] && !fields.some(({ key }) => key === 'id') ? parameters[0].key : '';
}

/** Definitions that tools of the module have in common, once each; by tool, the name of each reference. */
function shareDefinitions(module: PlannedModule) {
  const shared: { name: string; expression: string }[] = [];
  const byExpression = new Map<string, string>();
  const taken = new Set(
    module.tools.flatMap(({ names }) => [names, ...names.aliases].flatMap(({ identifier }) => identifier ?? [])),
  );
  const schemas = new Map<PlannedTool, Map<string, string>>();
  for (const tool of module.tools) {
    const definitions = new Map<string, string>();
    for (const [key, schema] of Object.entries<JsonSchema>(tool.inputSchema.$defs ?? {})) {
      const expression = zodExpression(schema, definitions);
      let name = byExpression.get(expression);
      if (name === undefined) {
        name = camelCase(`${tool.names.identifier}_${key}`);
        while (taken.has(name)) name += '_';
        taken.add(name);
        byExpression.set(expression, name);
        shared.push({ name, expression });
      }
      definitions.set(`#/$defs/${key}`, `${name}()`);
    }
    schemas.set(tool, definitions);
  }
  return { shared, schemas };
}
