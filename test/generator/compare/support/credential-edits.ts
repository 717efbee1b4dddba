import type { Json } from '../../../../generator/json/json-schema.ts';
import { type ConnectionEdit, connectionEdit } from './connection-edit.ts';
import { type EditKind, recordAt } from './edits.ts';

const breaking = ['breaking for models'] as const;
const either = ['breaking for models', 'breaking for importers'] as const;
const mild = ['compatible', 'cosmetic'] as const;
const bearer = { type: 'http', scheme: 'bearer' };
const key = { type: 'apiKey', in: 'header', name: 'X-Quite-New' };

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

const edits: readonly ConnectionEdit[] = [
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
];

/** Edits of credentials, and of which of them calls need. */
export const credentialEdits: readonly EditKind[] = edits.map(connectionEdit);
