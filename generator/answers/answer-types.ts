import type { AnswerTypes } from '../../runtime/catalog/answer-types.ts';
import type { ResponseKind } from '../../runtime/tool/tool.ts';
import type { PagingFacts } from '../facts/tool-facts.ts';
import { isRecord, type Json } from '../json/json-schema.ts';
import { alternatives } from '../normalize/alternatives.ts';
import { isOpenSchema } from '../normalize/open-schema.ts';
import type { PlannedModule, PlannedTool } from '../plan/plan.ts';
import { type Answering, type TypeTexts, typeTexts } from './type-text.ts';
import { usedTypes } from './used-types.ts';
import { withoutNull } from './write-type.ts';

/** What stands beside the items of a list and is about its pages; the runtime leaves it out too. */
const ABOUT_PAGES = [
  ...['type', 'pages', 'page', 'per_page', 'total_pages', 'has_more', 'next_cursor', 'scroll_param', 'result'],
  'total_count',
];

/** Types that every API has. */
const OWN: Readonly<Record<string, string>> = {
  Time: 'string',
  'Page<T>': '{ result: T[]; next_cursor: string | null; total_count?: number }',
  Download: '{ type: string; size: number; text?: string; base64?: string }',
};

const PLAIN = {
  text: 'string',
  binary: 'Download',
  redirect: '{ location: string; status: number }',
  headers: '{ status: number; headers: { [name: string]: string } }',
  none: '{ ok: true; status: number }',
} as const satisfies Record<Exclude<ResponseKind, 'json'>, string>;

/** What all tools answer, as TypeScript that says what a program sees of it. */
export function answerTypes(modules: readonly PlannedModule[], answering: Answering): AnswerTypes {
  const types = typeTexts(answering);
  const tools = modules.flatMap((module) => module.tools).toSorted((a, b) => (a.names.tool < b.names.tool ? -1 : 1));
  const answers = Object.fromEntries(tools.map((tool) => [tool.names.tool, answerOf(tool, types, answering)]));
  const named = [...Object.entries(OWN), ...[...types.named].sort(([a], [b]) => (a < b ? -1 : 1))];
  const used = usedTypes(Object.values(answers), new Map(named.map(([head, text]) => [nameIn(head), text])));
  return { types: Object.fromEntries(named.filter(([head]) => used.has(nameIn(head)))), answers };
}

/** `Page` of `Page<T>`. */
function nameIn(head: string): string {
  return head.replace(/<.*/, '');
}

/** The file of these types, one a line. */
export function answerTypesText({ types, answers }: AnswerTypes): string {
  const block = (part: Readonly<Record<string, string>>): string =>
    Object.entries(part)
      .map(([name, text]) => `${JSON.stringify(name)}:${JSON.stringify(text)}`)
      .join(',\n');
  return `{\n"types":{\n${block(types)}\n},\n"answers":{\n${block(answers)}\n}\n}\n`;
}

/** Never null, and no items that are: descriptions declare whole objects as nullable that are always there. */
function answerOf(tool: PlannedTool, types: TypeTexts, { lookup }: Answering): string {
  if (tool.response !== 'json') return PLAIN[tool.response];
  const schema = answerSchema(tool, lookup);
  const { pagination } = tool.facts;
  const name = tool.names.identifier;
  if (pagination === undefined) return types.asNamed(withoutNull(types.of(schema)), `${name}_answer`);
  if (schema === undefined || isOpenSchema(schema, lookup)) return 'Page<unknown>';
  const page = pageOf(schema, pagination, { types, lookup });
  const item = types.asNamed(withoutNull(types.of(page.item)), `${name}_item`);
  return page.beside.length === 0 ? `Page<${item}>` : `Page<${item}> & { ${page.beside.join('; ')} }`;
}

interface Paging {
  readonly types: TypeTexts;
  readonly lookup: Answering['lookup'];
  /** What is not shown beside the items. */
  readonly without: ReadonlySet<string>;
}

/** The schema of a list's items, and the members of its pages that stand beside them. */
export function pageOf(
  schema: Json,
  { items, next, more, total, pages }: PagingFacts,
  context: Omit<Paging, 'without'>,
): PageSchema {
  const roots = [next, more?.replace(/^!/, ''), total, pages].flatMap((place) => place?.split('.')[0] ?? []);
  const without = new Set([...ABOUT_PAGES, ...roots]);
  return pageAt(schema, items === '' ? [] : items.split('.'), { ...context, without });
}

interface PageSchema {
  readonly item: unknown;
  readonly beside: readonly string[];
}

function pageAt(schema: Json, place: readonly string[], paging: Paging): PageSchema {
  const { types, lookup, without } = paging;
  const forms = alternatives(schema, lookup).map((one) => one.schema);
  const [key, ...deeper] = place;
  const form = forms.find(
    ({ properties }) => key !== undefined && isRecord(properties) && Object.hasOwn(properties, key),
  );
  const [first = {}] = forms;
  if (form === undefined || key === undefined || !isRecord(form.properties))
    return { item: first.type === 'array' ? first.items : key === undefined ? schema : undefined, beside: [] };
  const part = form.properties[key];
  const { item, beside } = isRecord(part) ? pageAt(part, deeper, paging) : { item: undefined, beside: [] };
  const own = types.members(form, new Set([...without, key])).map(({ text }) => text);
  return { item, beside: [...own, ...beside] };
}

/** The schema of what a tool answers on success; undefined where nothing is said of it. */
export function answerSchema(
  { pointer, status, mediaType }: PlannedTool,
  lookup: Answering['lookup'],
): Json | undefined {
  if (status === undefined || mediaType === undefined) return undefined;
  let answer = lookup(`#${encodeURI(`${pointer}/responses/${status}`)}`);
  for (let hops = 0; typeof answer?.$ref === 'string' && hops < 8; hops += 1) answer = lookup(answer.$ref);
  const media = isRecord(answer?.content) ? answer.content[mediaType] : undefined;
  return isRecord(media) && isRecord(media.schema) ? media.schema : undefined;
}
