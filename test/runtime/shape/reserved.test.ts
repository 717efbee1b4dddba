import { describe, expect, test } from 'vitest';
import catalog from '../../../generated/intercom/catalog.json' with { type: 'json' };
import { timeKeys } from '../../../generated/intercom/facts.ts';
import { reservedInputs } from '../../../generator/plan/reserved-inputs.ts';
import { toolSchema } from '../../../generator/plan/tool-schema.ts';
import { field, operationOf } from '../../generator/support/fixture.ts';

describe('the properties that are unix seconds', () => {
  test('Intercom has these', () => {
    expect(timeKeys).toEqual([...timeKeys].sort());
    expect(timeKeys).toEqual(
      expect.arrayContaining(['created_at', 'snoozed_until', 'waiting_since', 'answered_at', 'remote_created_at']),
    );
    expect(timeKeys.filter((key) => /count|size|total|time_to|handling_time|_id$/.test(key))).toEqual([]);
  });
});

describe('inputs that the client answers', () => {
  const operation = { ...operationOf('GET', '/pets'), response: 'json' as const };

  test.each([
    ['a read of JSON', { ...operation }, 'read', { fields: true }],
    ['with parts', { ...operation, facts: { parts: 'a.b' } }, 'read', { fields: true, parts: 'a.b' }],
    ['a write', { ...operation, facts: { parts: 'a.b' } }, 'write', {}],
    ['a text', { ...operation, response: 'text' }, 'read', {}],
    ['an API with a name of its own', { ...operation, fields: [field('fields', 'query')] }, 'read', {}],
  ] as const)('%s', (_name, given, access, expected) => {
    expect(reservedInputs(given, { access })).toEqual(expected);
  });

  test('stand in the schema behind the API’s own', () => {
    const { properties } = toolSchema(operation, { fields: true, parts: 'a.b' });
    expect(Object.keys(properties ?? {})).toEqual([
      ...['parts_cursor', 'parts_order', 'parts_contains', 'parts_from', 'parts_since', 'parts_until'],
      'fields',
    ]);
    expect(toolSchema(operation)).not.toHaveProperty('properties');
  });

  test('every read of Intercom that answers JSON takes fields, and two take parts_cursor', () => {
    const taking = (name: string) =>
      catalog.filter(({ inputSchema }) => Object.hasOwn(Object(inputSchema.properties), name));
    expect(taking('fields').every(({ access }) => access === 'read')).toBe(true);
    expect(taking('fields').length).toBeGreaterThan(100);
    expect(taking('parts_cursor').map(({ name }) => name)).toEqual([
      'get_single_intercom_conversation_by_id',
      'get_single_intercom_ticket_by_id',
    ]);
  });
});
