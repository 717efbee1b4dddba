import { isRecord, type Json } from '../json/json-schema.ts';

/** Keys that hold words, for people or for models; where they name a property, they stay. */
const WORDS = new Set(['description', 'summary', 'title', 'example', 'examples', 'externalDocs']);

/**
 * The description with every correction applied and every word left out, as JSON with one operation and one schema a line:
 * what a server checks requests and answers against, without the generator. Parameters of a path stand in its operations,
 * and shared answers where they are used.
 */
export function emitOperations(document: Json): string {
  const { paths, components, info } = document;
  const { schemas, responses } = isRecord(components) ? components : {};
  const operations = entries(paths).map(([path, item]) => {
    const { parameters: shared = [], ...methods } = isRecord(item) ? item : {};
    const each = entries(methods).map(([method, value]) => line(method, operation(value, shared, responses)));
    return `${JSON.stringify(path)}:${block(each)}`;
  });
  return block([
    line('version', isRecord(info) ? info.version : undefined),
    `"paths":${block(operations)}`,
    `"schemas":${block(entries(schemas).map(([name, schema]) => line(name, withoutWords(schema))))}`,
  ]).concat('\n');
}

function entries(value: unknown): [string, unknown][] {
  return isRecord(value) ? Object.entries(value) : [];
}
function block(members: readonly string[]): string {
  return `{\n${members.join(',\n')}\n}`;
}
function line(key: string, value: unknown): string {
  return `${JSON.stringify(key)}:${JSON.stringify(value)}`;
}

function operation(value: unknown, shared: unknown, responses: unknown): unknown {
  if (!isRecord(value)) return value;
  const { parameters = [], responses: answers, 'x-mcp': facts, security: _, ...rest } = value;
  const { pagination } = isRecord(facts) ? facts : {};
  return withoutWords({
    ...rest,
    parameters: [shared, parameters].flat(),
    responses: Object.fromEntries(entries(answers).map(([status, answer]) => [status, inPlace(answer, responses)])),
    'x-pagination': isRecord(pagination) ? withoutReasons(pagination) : undefined,
  });
}

function inPlace(answer: unknown, responses: unknown): unknown {
  const name = isRecord(answer) && typeof answer.$ref === 'string' ? answer.$ref.split('/').at(-1) : undefined;
  return name !== undefined && isRecord(responses) ? responses[name] : answer;
}

function withoutReasons({ undeclared: _, ...pagination }: Json): Json {
  return pagination;
}

/** `named` is set inside of `properties`, whose keys are names and no keywords. */
function withoutWords(value: unknown, named = false): unknown {
  if (Array.isArray(value)) return value.map((part) => withoutWords(part));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => named || !WORDS.has(key))
      .map(([key, part]) => [key, withoutWords(part, key === 'properties' && !named)]),
  );
}
