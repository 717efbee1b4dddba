import type { ChangeKind, Label } from '../../../../generator/compare/change.ts';
import { isRecord, type Json } from '../../../../generator/json/json-schema.ts';
import { recordAt } from './edits.ts';

/** One change that the successor of a description brings, and what the report has to say of it. */
export interface Succession {
  readonly what: string;
  readonly apply: (contract: Json) => void;
  /** Every entry of the report, by tool; none where a tool stays as it is. */
  readonly reported: readonly { tool: string; kind: ChangeKind; place: string; label: Label }[];
}

/** What a Preview does to the version before it. Each touches tools that no other one touches. */
export const successions: readonly Succession[] = [
  {
    what: 'parameters of paths renamed',
    apply: (contract) => {
      renamePath(contract, '/tickets/{ticket_id}/tags', '/tickets/{id}/tags');
      renamePath(contract, '/tickets/{ticket_id}/tags/{tag_id}', '/tickets/{ticket_id}/tags/{id}');
      renamePath(contract, '/conversations/{conversation_id}/tags', '/conversations/{id}/tags');
      renamePath(contract, '/macros/{id}', '/macros/{macro_id}');
    },
    reported: [],
  },
  {
    what: 'an operation moved',
    apply: (contract) => renamePath(contract, '/away_status_reasons', '/admins/away_status_reasons'),
    reported: [moved('list_all_intercom_away_status_reasons')],
  },
  {
    what: 'a method changed',
    apply: (contract) => {
      const item = recordAt(contract, '/paths/~1audiences~1{id}');
      item.patch = item.put;
      delete item.put;
    },
    reported: [
      moved('update_a_intercom_audience_by_id'),
      { tool: 'update_a_intercom_audience_by_id', kind: 'behaviour', place: 'annotations', label: 'compatible' },
    ],
  },
  {
    what: 'a list turned into an object',
    apply: (contract) => {
      const { properties } = recordAt(contract, '/components/schemas/brand_list');
      if (isRecord(properties) && isRecord(properties.data)) properties.data = properties.data.items;
    },
    reported: [{ tool: 'list_all_intercom_brands', kind: 'answer list', place: 'data', label: 'breaking for models' }],
  },
  {
    what: 'a media type changed',
    apply: (contract) => {
      const body = recordAt(contract, '/paths/~1content_snippets/post/requestBody');
      if (isRecord(body.content)) body.content = { 'multipart/form-data': body.content['application/json'] };
    },
    reported: [{ tool: 'create_a_intercom_content_snippet', kind: 'request format', place: '', label: 'compatible' }],
  },
  {
    what: 'a row of a search table without a type',
    apply: (contract) => {
      const { fields } = recordAt(contract, '/paths/~1tickets~1search/post/x-search');
      if (Array.isArray(fields)) fields.push({ name: 'quite_new', operators: ['=', '!='] });
    },
    reported: [
      {
        tool: 'list_all_intercom_search_tickets',
        kind: 'search field added',
        place: 'query.quite_new',
        label: 'compatible',
      },
    ],
  },
  {
    what: 'a field that may be anything, since its reference leads nowhere',
    apply: (contract) => {
      const { properties } = recordAt(contract, '/components/schemas/ip_allowlist');
      if (isRecord(properties)) properties.ip_allowlist = {};
    },
    reported: ['get_single_intercom_ip_allowlist', 'update_a_intercom_ip_allowlist'].flatMap((tool) => [
      { tool, kind: 'answer list', place: 'ip_allowlist', label: 'breaking for models' },
      // A customer's data may stand in anything.
      { tool, kind: 'behaviour', place: 'personalData', label: 'compatible' },
      ...(tool.startsWith('update')
        ? [{ tool, kind: 'argument widened', place: 'ip_allowlist', label: 'compatible' } as const]
        : []),
    ]),
  },
  {
    what: 'tags moved',
    apply: (contract) => {
      recordAt(contract, '/paths/~1phone_call_redirects/post').tags = ['Calls'];
    },
    reported: [
      { tool: 'intercom_phone_calls_redirect', kind: 'module moved', place: '', label: 'breaking for importers' },
      // Servers that are filtered by the tag that went have it no more.
      { tool: 'intercom_phone_calls_redirect', kind: 'tags', place: '', label: 'breaking for models' },
    ],
  },
  {
    what: 'an operation removed',
    apply: (contract) => {
      delete recordAt(contract, '/paths')['/teams/{team_id}/metrics'];
    },
    reported: [
      { tool: 'list_all_intercom_team_metrics', kind: 'tool removed', place: '', label: 'breaking for models' },
    ],
  },
  {
    what: 'an operation added',
    apply: (contract) => {
      const paths = recordAt(contract, '/paths');
      paths['/macros/{macro_id}/copies'] = {
        post: {
          tags: ['Macros'],
          operationId: 'copyMacro',
          parameters: [{ name: 'macro_id', in: 'path', required: true, schema: { type: 'string' } }],
          responses: {
            200: {
              description: '',
              content: { 'application/json': { schema: { type: 'object', properties: { id: { type: 'string' } } } } },
            },
          },
        },
      };
    },
    reported: [{ tool: 'create_a_intercom_macro_copy', kind: 'tool added', place: '', label: 'compatible' }],
  },
];

function moved(tool: string): Succession['reported'][number] {
  return { tool, kind: 'operation moved', place: '', label: 'compatible' };
}

/** Moves a path; its parameters are renamed with it, by their places. */
export function renamePath(contract: Json, from: string, to: string): void {
  const paths = recordAt(contract, '/paths');
  const names = (path: string): string[] => [...path.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => name);
  const renamed = new Map(names(from).map((name, at) => [name, names(to)[at] ?? name]));
  const item = paths[from];
  delete paths[from];
  paths[to] = JSON.parse(JSON.stringify(item), (_, value: unknown) =>
    isRecord(value) && value.in === 'path' ? { ...value, name: renamed.get(String(value.name)) ?? value.name } : value,
  );
}
