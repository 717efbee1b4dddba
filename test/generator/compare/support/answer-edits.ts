import type { ChangeKind } from '../../../../generator/compare/change.ts';
import { isRecord, type Json } from '../../../../generator/json/json-schema.ts';
import { anyPlace } from './body-edits.ts';
import { type EditKind, recordAt, type Verdict } from './edits.ts';
import { operationsOf } from './occurrences.ts';

/** A change of what an operation answers, as a whole. */
interface AnswerEdit {
  readonly name: string;
  readonly where?: (responses: Json, document: Json) => boolean;
  readonly prepare?: (responses: Json) => void;
  readonly change: (responses: Json, document: Json) => void;
  readonly verdict: Verdict;
  /** What follows from it, of the same operation. */
  readonly mayFollow?: readonly ChangeKind[];
}

const status: Verdict['kinds'] = ['answer status'];
const format: Verdict['kinds'] = ['answer format'];
const list: Verdict['kinds'] = ['answer list'];
const either = ['breaking for models', 'breaking for importers'] as const;
const mild = ['compatible', 'cosmetic'] as const;
const isJson = (responses: Json): boolean => isRecord(schemaOf(responses));
const problem = {
  description: '',
  content: { 'application/json': { schema: { $ref: '#/components/schemas/error' } } },
};

const edits: readonly AnswerEdit[] = [
  {
    name: 'status of success changed',
    where: (responses) => '200' in responses,
    change: (responses) => move(responses, '200', '202'),
    verdict: { kinds: status, labels: either },
  },
  {
    name: 'second status of success',
    where: isJson,
    change: (responses) => {
      responses['202'] = structuredClone(responses['200']);
    },
    verdict: { kinds: status },
  },
  {
    name: 'second status of success removed',
    where: isJson,
    prepare: (responses) => {
      responses['202'] = structuredClone(responses['200']);
    },
    change: (responses) => {
      delete responses['202'];
    },
    verdict: { kinds: status },
  },
  {
    name: 'status of a problem added',
    where: (responses) => !('418' in responses),
    change: (responses) => {
      responses['418'] = structuredClone(problem);
    },
    verdict: { kinds: status, labels: mild },
  },
  {
    name: 'status of a problem removed',
    where: (responses) => '401' in responses,
    change: (responses) => {
      delete responses['401'];
    },
    verdict: { kinds: status, labels: mild },
  },
  {
    name: 'status of a problem changed',
    where: (responses) => '404' in responses && !('410' in responses),
    change: (responses) => move(responses, '404', '410'),
    verdict: { kinds: status, labels: mild },
  },
  {
    name: 'error codes of a status changed',
    where: (responses) => isRecord(responses['404']) && Array.isArray(responses['404']['x-error-codes']),
    change: (responses) => {
      recordAt(responses, '/404')['x-error-codes'] = ['quite_new'];
    },
    verdict: { kinds: status, labels: mild },
  },
  {
    name: 'JSON becomes text',
    where: isJson,
    change: (responses) => {
      recordAt(responses, '/200').content = { 'text/plain': { schema: { type: 'string' } } };
    },
    verdict: { kinds: format, labels: either },
    mayFollow: ['answer type', 'answer field removed', 'argument removed'],
  },
  {
    name: 'JSON becomes a file',
    where: isJson,
    change: (responses) => {
      recordAt(responses, '/200').content = {
        'application/octet-stream': { schema: { type: 'string', format: 'binary' } },
      };
    },
    verdict: { kinds: format, labels: either },
    mayFollow: ['answer type', 'answer field removed', 'argument removed'],
  },
  {
    name: 'another media type added',
    where: isJson,
    change: (responses) => {
      contentOf(responses)['application/xml'] = { schema: { type: 'string' } };
    },
    verdict: { kinds: format, labels: mild },
  },
  {
    name: 'another media type removed',
    where: isJson,
    prepare: (responses) => {
      contentOf(responses)['application/xml'] = { schema: { type: 'string' } };
    },
    change: (responses) => {
      delete contentOf(responses)['application/xml'];
    },
    verdict: { kinds: format },
  },
  {
    name: 'content gone',
    where: isJson,
    change: (responses) => {
      delete recordAt(responses, '/200').content;
    },
    verdict: { kinds: ['answer format', 'answer type', 'answer list', 'answer field removed'], labels: either },
    mayFollow: ['answer type', 'answer field removed', 'argument removed'],
  },
  {
    name: 'object becomes a list of it',
    where: isJson,
    change: (responses) => {
      media(responses).schema = { type: 'array', items: schemaOf(responses) };
    },
    verdict: { kinds: list, labels: ['breaking for models'] },
    mayFollow: ['answer type', 'answer field removed', 'answer field added', 'paging'],
  },
  {
    name: 'list becomes one object',
    where: isJson,
    prepare: (responses) => {
      media(responses).schema = { type: 'array', items: schemaOf(responses) };
    },
    change: (responses) => {
      media(responses).schema = recordAt(responses, '/200/content/application~1json/schema/items');
    },
    verdict: { kinds: list, labels: ['breaking for models'] },
    mayFollow: ['answer type', 'answer field removed', 'answer field added', 'paging'],
  },
  {
    name: 'place of the list changed',
    where: (responses, document) => listIn(responses, document) !== undefined,
    change: (responses, document) => {
      const { schema, name } = listIn(responses, document) ?? { schema: {}, name: '' };
      const properties = isRecord(schema.properties) ? schema.properties : {};
      media(responses).schema = {
        ...schema,
        properties: Object.fromEntries(
          Object.entries(properties).map(([key, value]) => [key === name ? 'quite_new' : key, value]),
        ),
      };
    },
    verdict: { kinds: ['answer list', 'answer field removed', 'paging'], labels: either },
    mayFollow: ['answer field added', 'paging', 'export renamed'],
  },
];

/** Edits of the answers of an operation. */
export const answerEdits: readonly EditKind[] = edits.map(
  ({ name, where = () => true, prepare, change, verdict, mayFollow = [] }) => ({
    name: `answer as a whole: ${name}`,
    sites: ({ document }) =>
      operationsOf(document).flatMap(({ pointer, operation }) =>
        isRecord(operation.responses) && where(operation.responses, document) ? [pointer] : [],
      ),
    edit: ({ document }, site) => {
      const found = operationsOf(document).find(({ pointer }) => pointer === site);
      if (!found) return undefined;
      const operation = `${found.method.toUpperCase()} ${found.path}`;
      return {
        what: `${name} at ${site}`,
        operations: [operation],
        prepare: (copied) => prepare?.(recordAt(copied, `${site}/responses`)),
        apply: (copied) => change(recordAt(copied, `${site}/responses`), copied),
        expected: [{ operation, places: anyPlace, ...verdict }],
        mayFollow,
      };
    },
  }),
);

function contentOf(responses: Json): Json {
  const answer = responses['200'];
  const content = isRecord(answer) ? answer.content : undefined;
  return isRecord(content) ? content : {};
}

function media(responses: Json): Json {
  const found = contentOf(responses)['application/json'];
  return isRecord(found) ? found : {};
}

function schemaOf(responses: Json): unknown {
  return media(responses).schema;
}

function move(responses: Json, from: string, to: string): void {
  responses[to] = responses[from];
  delete responses[from];
}

/** The schema of an answer that holds one list, and the property that holds it. */
function listIn(responses: Json, document: Json): { schema: Json; name: string } | undefined {
  const schema = schemaOf(responses);
  if (!isRecord(schema)) return undefined;
  const target = typeof schema.$ref === 'string' ? recordAt(document, schema.$ref.slice(1)) : schema;
  const lists = Object.entries(isRecord(target.properties) ? target.properties : {}).filter(
    ([, value]) => isRecord(value) && value.type === 'array',
  );
  const [only, ...others] = lists;
  return only && others.length === 0 ? { schema: target, name: only[0] } : undefined;
}
