import type { Json } from '../../../../generator/json/json-schema.ts';
import { type ConnectionEdit, connectionEdit } from './connection-edit.ts';
import { type EditKind, recordAt } from './edits.ts';

const breaking = ['breaking for models'] as const;
const mild = ['compatible', 'cosmetic'] as const;
const [first, second, third] = ['us', 'eu', 'au'].map((region) => `https://${region}.quite.test`);
const tenant = 'https://{tenant}.quite.test';

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

/** Edits of servers, and of the header by which a version is asked for. */
export const connectionEdits: readonly EditKind[] = edits.map(connectionEdit);
