import type { Pagination, ResponseKind } from '../../runtime/tool/tool.ts';
import type { PagingFacts, ToolFacts } from '../facts/tool-facts.ts';
import type { JsonSchema } from '../json/json-schema.ts';
import { mapInside } from '../json/map-inside.ts';
import { searchRules } from '../normalize/search-rules.ts';
import type { PlannedModule, PlannedTool } from '../plan/plan.ts';
import { camelCase } from '../text/words.ts';
import { requestText } from './request.ts';
import { template } from './templates.ts';
import { propertyExpressions, zodExpression } from './zod.ts';

/** Where generated modules find the types and helpers of the runtime. */
export interface EmitOptions {
  readonly runtime: string;
}

const moduleTemplate = template('module.ts.hbs');

/** Orders names as the linter does: letter by letter, of one letter the capital first. */
function sortKey(name: string): string {
  return name.replace(/[a-z]/gi, (letter) => letter.toLowerCase() + (letter === letter.toLowerCase() ? '1' : '0'));
}

/** The text of one resource's module, before formatting. */
export function emitModule(module: PlannedModule, { runtime }: EmitOptions): string {
  const { shared, schemas } = shareDefinitions(module);
  const requests = new Map(module.tools.map((tool) => [tool, requestText(tool)]));
  const outputs = new Map(module.tools.map((tool) => [tool, outputType(tool)]));
  const helpers = new Set([...requests.values()].flatMap((request) => request.helpers));
  const texts = [...outputs.values()].join(' ');
  if (module.tools.some(({ inputSchema }) => hasTime(inputSchema))) helpers.add('time');
  const types = ['Answer', 'Items', 'Page', 'Tool'].filter((type) => type === 'Tool' || texts.includes(`${type}<`));
  const imports = [
    ...[...helpers].map((name) => ({ name, text: name })),
    ...types.map((name) => ({ name, text: `type ${name}` })),
  ]
    .sort((a, b) => (sortKey(a.name) < sortKey(b.name) ? -1 : 1))
    .map(({ text }) => text);
  // A module whose only import is types says so.
  const typesOnly = helpers.size === 0;
  return moduleTemplate({
    runtime,
    imports: typesOnly ? types.join(', ') : imports.join(', '),
    typesOnly,
    usesPaths: texts.includes('Answer<'),
    shared,
    tools: module.tools.map((tool) => {
      const { names, title, facts } = tool;
      const definitions = schemas.get(tool) ?? new Map();
      return {
        input: `${names.identifier}Input`,
        identifier: names.identifier,
        fields: propertyExpressions(tool.inputSchema, definitions).join(', '),
        output: outputs.get(tool),
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
        alias: aliasOf(tool),
        pagination: facts.pagination ? literal(withoutReasons(facts.pagination)) : '',
        search: tool.search ? literal(searchRules(tool.search)) : '',
        picks: tool.reserved.fields ?? false,
        parts: tool.reserved.parts === undefined ? '' : literal(tool.reserved.parts),
        nulls: facts.nulls === undefined ? '' : literal(facts.nulls),
        named: Object.keys(tool.named).length > 0 ? literal(tool.named) : '',
        cases: tool.cases.length > 0 ? literal(tool.cases.map((one) => keyed(one, tool.fields))) : '',
        texts: facts.texts ? literal(textsByKey(facts.texts, tool.fields)) : '',
        request: requests.get(tool)?.text,
      };
    }),
  });
}

function hasTime(schema: JsonSchema): boolean {
  let found = schema.time !== undefined;
  mapInside(schema, (part) => {
    found ||= hasTime(part);
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
function keyed({ when, required }: PlannedTool['cases'][number], fields: PlannedTool['fields']): object {
  const key = (wire: string): string => fields.find((field) => field.wire === wire && field.in !== 'path')?.key ?? wire;
  return {
    when: Object.fromEntries(Object.entries(when).map(([wire, values]) => [key(wire), values])),
    required: required.map(key),
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
  const taken = new Set(module.tools.flatMap(({ names }) => [names.identifier, `${names.identifier}Input`]));
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
      definitions.set(`#/$defs/${key}`, name);
    }
    schemas.set(tool, definitions);
  }
  return { shared, schemas };
}

/** The types of answers that say themselves what they hold; JSON is looked up in the description's types. */
const plainOutputs = {
  text: 'string',
  binary: 'Uint8Array',
  redirect: '{ location: string; status: number }',
  none: 'null',
} as const satisfies Record<Exclude<ResponseKind, 'json'>, string>;

function outputType({ response, status, mediaType, facts, path, method }: PlannedTool): string {
  if (response !== 'json') return plainOutputs[response];
  const own = status !== undefined && mediaType !== undefined;
  const key = status !== undefined && /^\d+$/.test(status) ? status : JSON.stringify(status);
  const media = mediaType === 'application/json' ? '' : `, ${JSON.stringify(mediaType)}`;
  const where = key === '200' && media === '' ? '' : `, ${key}${media}`;
  const answer = own ? `Answer<paths, ${JSON.stringify(path)}, '${method.toLowerCase()}'${where}>` : 'unknown';
  return facts.pagination ? `Page<Items<${answer}, ${JSON.stringify(facts.pagination.items)}>>` : answer;
}
