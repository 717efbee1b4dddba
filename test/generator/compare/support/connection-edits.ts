import type { ChangeKind } from '../../../../generator/compare/change.ts';
import type { Json } from '../../../../generator/json/json-schema.ts';
import { anyPlace } from './body-edits.ts';
import { type EditKind, recordAt, type Verdict } from './edits.ts';
import { operationsOf } from './occurrences.ts';

/** A change of how an API is reached, seen in the part of it that one operation needs. */
interface ConnectionEdit {
  readonly name: string;
  readonly prepare?: (document: Json) => void;
  readonly change: (document: Json, operation: Json, item: Json) => void;
  /** True where it is of the one operation. */
  readonly isOwn?: true;
  /** Nothing is expected where it has no kinds. */
  readonly verdict: Verdict;
  readonly mayFollow?: readonly ChangeKind[];
}

const breaking = ['breaking for models'] as const;
const either = ['breaking for models', 'breaking for importers'] as const;
const mild = ['compatible', 'cosmetic'] as const;
const [first, second, third] = ['us', 'eu', 'au'].map((region) => `https://${region}.quite.test`);
const tenant = 'https://{tenant}.quite.test';
const bearer = { type: 'http', scheme: 'bearer' };
const key = { type: 'apiKey', in: 'header', name: 'X-Quite-New' };

function at(...urls: (string | undefined)[]): (document: Json) => void {
  return (document) => {
    document.servers = urls.map((url) => ({ url }));
  };
}

function withVariable(variable: Json): (document: Json) => void {
  return (document) => {
    document.servers = [{ url: tenant, variables: { tenant: variable } }];
  };
}

/** One scheme, which all operations need. */
function by(scheme: Json, scopes: readonly string[] = [], name = 'one'): (document: Json) => void {
  return (document) => {
    recordAt(document, '/components').securitySchemes = { [name]: scheme };
    document.security = [{ [name]: scopes }];
  };
}

function tokensFrom(tokenUrl: string): Json {
  return { type: 'oauth2', flows: { clientCredentials: { tokenUrl, scopes: {} } } };
}

function versions(document: Json): Json {
  return recordAt(document, '/components/schemas/intercom_version');
}

const edits: readonly ConnectionEdit[] = [
  {
    name: 'server replaced',
    prepare: at(first),
    change: at(second),
    verdict: { kinds: ['server'], labels: breaking },
  },
  { name: 'server added', prepare: at(first), change: at(first, second), verdict: { kinds: ['server'], labels: mild } },
  {
    name: 'server removed',
    prepare: at(first, second),
    change: at(first),
    verdict: { kinds: ['server'], labels: breaking },
  },
  {
    name: 'first server moved to the end',
    prepare: at(first, second, third),
    change: at(second, third, first),
    verdict: { kinds: ['server'], labels: breaking },
  },
  {
    name: 'servers after the first in another order',
    prepare: at(first, second, third),
    change: at(first, third, second),
    verdict: { kinds: [] },
  },
  {
    name: 'path of the server changed',
    prepare: at(first),
    change: at(`${first}/v2`),
    verdict: { kinds: ['server'], labels: breaking },
  },
  {
    name: 'server described',
    prepare: at(first),
    change: (document) => {
      document.servers = [{ url: first, description: 'Quite new' }];
    },
    verdict: { kinds: [] },
  },
  {
    name: 'default of a variable changed',
    prepare: withVariable({ default: 'a' }),
    change: withVariable({ default: 'b' }),
    verdict: { kinds: ['server variable'], labels: breaking },
  },
  {
    name: 'value of a variable removed',
    prepare: withVariable({ default: 'a', enum: ['a', 'b'] }),
    change: withVariable({ default: 'a', enum: ['a'] }),
    verdict: { kinds: ['server variable'], labels: breaking },
  },
  {
    name: 'value of a variable added',
    prepare: withVariable({ default: 'a', enum: ['a'] }),
    change: withVariable({ default: 'a', enum: ['a', 'b'] }),
    verdict: { kinds: ['server variable'], labels: mild },
  },
  {
    name: 'variable in place of what it is',
    prepare: at('https://a.quite.test'),
    change: withVariable({ default: 'a' }),
    verdict: { kinds: ['server', 'server variable'], labels: mild },
  },
  {
    name: 'variable described',
    prepare: withVariable({ default: 'a' }),
    change: withVariable({ default: 'a', description: 'Quite new' }),
    verdict: { kinds: [] },
  },
  {
    name: 'bearer becomes basic',
    prepare: by(bearer),
    change: by({ type: 'http', scheme: 'basic' }),
    verdict: { kinds: ['credentials'], labels: breaking },
  },
  {
    name: 'bearer becomes a key',
    prepare: by(bearer),
    change: by(key),
    verdict: { kinds: ['credentials'], labels: breaking },
  },
  {
    name: 'header of a key changed',
    prepare: by(key),
    change: by({ ...key, name: 'X-Newer' }),
    verdict: { kinds: ['credentials'], labels: breaking },
  },
  {
    name: 'key moved to the query',
    prepare: by(key),
    change: by({ ...key, in: 'query' }),
    verdict: { kinds: ['credentials'], labels: breaking },
  },
  {
    name: 'scheme described',
    prepare: by(key),
    change: by({ ...key, description: 'Quite new' }),
    verdict: { kinds: [] },
  },
  {
    name: 'scheme renamed',
    prepare: by(bearer),
    change: by(bearer, [], 'quite_new'),
    verdict: { kinds: ['credentials'], labels: ['breaking for importers'] },
  },
  {
    name: 'scheme replaced',
    prepare: by(bearer),
    change: by(key, [], 'quite_new'),
    verdict: { kinds: ['credentials', 'security'], labels: either },
  },
  {
    name: 'scheme that nothing asks for added',
    change: (document) => {
      recordAt(document, '/components/securitySchemes').quite_new = key;
    },
    verdict: { kinds: [] },
  },
  {
    name: 'token URL changed',
    prepare: by(tokensFrom('https://a.quite.test/token')),
    change: by(tokensFrom('https://b.quite.test/token')),
    verdict: { kinds: ['credentials'], labels: breaking },
  },
  {
    name: 'scope added',
    prepare: by(tokensFrom('/token'), ['read']),
    change: by(tokensFrom('/token'), ['read', 'write']),
    verdict: { kinds: ['security'], labels: breaking },
  },
  {
    name: 'scope removed',
    prepare: by(tokensFrom('/token'), ['read', 'write']),
    change: by(tokensFrom('/token'), ['read']),
    verdict: { kinds: ['security'], labels: mild },
  },
  {
    name: 'security taken off',
    change: (document) => {
      document.security = [];
    },
    verdict: { kinds: ['security'], labels: mild },
    mayFollow: ['credentials'],
  },
  {
    name: 'security put on',
    prepare: (document) => {
      document.security = [];
    },
    change: by(bearer),
    verdict: { kinds: ['security'], labels: breaking },
    mayFollow: ['credentials'],
  },
  {
    name: 'security of an operation is another one',
    isOwn: true,
    prepare: (document) => {
      recordAt(document, '/components/securitySchemes').one = key;
    },
    change: (_, operation) => {
      operation.security = [{ one: [] }];
    },
    verdict: { kinds: ['security'], labels: breaking },
    mayFollow: ['credentials'],
  },
  {
    name: 'security of an operation is none',
    isOwn: true,
    change: (_, operation) => {
      operation.security = [];
    },
    verdict: { kinds: ['security'], labels: mild },
    mayFollow: ['credentials'],
  },
  {
    name: 'security of an operation is that of all',
    isOwn: true,
    change: (document, operation) => {
      operation.security = document.security;
    },
    verdict: { kinds: [] },
  },
  {
    name: 'server of an operation',
    isOwn: true,
    change: (_, operation) => at(first)(operation),
    verdict: { kinds: ['server'], labels: breaking },
  },
  {
    name: 'server of a path',
    isOwn: true,
    change: (_, __, item) => at(first)(item),
    verdict: { kinds: ['server'], labels: breaking },
  },
  {
    name: 'server of a path is that of all',
    isOwn: true,
    change: (document, _, item) => {
      item.servers = document.servers;
    },
    verdict: { kinds: [] },
  },
  {
    name: 'version removed from the header',
    change: (document) => {
      versions(document).enum = ['2.15', '2.16'];
    },
    verdict: { kinds: ['version header'], labels: breaking },
  },
  {
    name: 'version added to the header',
    change: (document) => {
      const { enum: values } = versions(document);
      versions(document).enum = [...(Array.isArray(values) ? values : []), 'quite new'];
    },
    verdict: { kinds: ['version header'], labels: mild },
  },
];

/** Edits of servers and credentials. */
export const connectionEdits: readonly EditKind[] = edits.map(
  ({ name, prepare, change, isOwn, verdict, mayFollow = [] }) => ({
    name: `connection: ${name}`,
    sites: ({ document }) =>
      operationsOf(document)
        .filter(({ operation }) => JSON.stringify(operation.parameters ?? []).includes('/intercom_version"'))
        .map(({ pointer }) => pointer),
    edit: ({ document }, site) => {
      const found = operationsOf(document).find(({ pointer }) => pointer === site);
      if (!found) return undefined;
      const operation = `${found.method.toUpperCase()} ${found.path}`;
      return {
        what: `connection: ${name} at ${site}`,
        operations: [operation],
        ...(prepare && { prepare }),
        apply: (copied) =>
          change(copied, recordAt(copied, site), recordAt(copied, site.slice(0, site.lastIndexOf('/')))),
        expected:
          verdict.kinds?.length === 0
            ? []
            : [{ operation: isOwn ? operation : undefined, places: anyPlace, ...verdict }],
        mayFollow,
      };
    },
  }),
);
