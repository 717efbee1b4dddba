import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogDigest as emitted } from '../../../generated/intercom/facts.ts';
import { catalog } from '../../../intercom/catalog.ts';
import { catalogDigest } from '../../../runtime/catalog/catalog-digest.ts';
import { catalogIdentity } from '../../../runtime/catalog/catalog-identity.ts';
import { rememberDigest } from '../../../runtime/catalog/known-digests.ts';

type Tool = Parameters<typeof catalogDigest>[0][number];

const tool: Tool = {
  name: 'get_thing',
  title: 'Get a thing',
  description: 'Get one café by id.',
  inputSchema: { type: 'object', properties: { id: { type: 'string', maxLength: 10 } }, required: ['id'] },
  annotations: { readOnlyHint: true },
};
const other: Tool = { ...tool, name: 'list_things' };

/** From JSON, as a catalogue is read. */
function parsed(json: string): Tool['inputSchema'] {
  return JSON.parse(json);
}

test('is SHA-256 of the canonical JSON, which anybody can compute', () => {
  const text =
    '[{"annotations":{"readOnlyHint":true},"description":"Get one café by id.","inputSchema":{"properties":{"id":{"maxLength":10,"type":"string"}},"required":["id"],"type":"object"},"name":"get_thing","title":"Get a thing"}]';
  expect(catalogDigest([tool])).toBe(`sha256-${createHash('sha256').update(text).digest('hex')}`);
});

test('is emitted with the tools', () => {
  expect(catalogDigest([...catalog])).toBe(emitted);
});

test('tells of what models are told alone', () => {
  const [first] = catalog;
  if (first === undefined) throw new Error('the catalogue is empty');
  expect(catalogDigest([{ ...first, tokens: 0, tags: [], path: '/', module: 'moved' } as Tool])).toBe(
    catalogDigest([first]),
  );
});

describe('the same', () => {
  test.each<[string, readonly Tool[]]>([
    ['tools in another order', [other, tool]],
    ['keys in another order', [other, { ...tool, inputSchema: reversed(tool.inputSchema) }]],
    [
      'the same number written otherwise',
      [other, { ...tool, inputSchema: parsed(JSON.stringify(tool.inputSchema).replace('10', '1.0e1')) }],
    ],
    [
      'a value that no JSON has',
      [other, { ...tool, annotations: { readOnlyHint: true, destructiveHint: undefined } as object }],
    ],
  ])('%s', (_, tools) => {
    expect(catalogDigest(tools)).toBe(catalogDigest([tool, other]));
  });

  function reversed(value: Tool['inputSchema']): Tool['inputSchema'] {
    return { ...Object.fromEntries(Object.entries(value).toReversed()), type: 'object' };
  }
});

describe('another', () => {
  test.each<[string, Partial<Tool>]>([
    ['name', { name: 'get_a_thing' }],
    ['title', { title: 'Get the thing' }],
    ['word', { description: 'Get one café by id, and send it to mail@example.com.' }],
    ['letter that looks the same', { description: 'Get оne café by id.' }],
    ['form of a letter', { description: 'Get one cafe\u0301 by id.' }],
    ['letter that nobody sees', { description: 'Get one café by id.\u200b' }],
    ['half of a pair', { description: 'Get one café by id.\ud83d' }],
    ['other half of a pair', { description: 'Get one café by id.\ude00' }],
    ['annotation', { annotations: { readOnlyHint: false } }],
    ['bound', { inputSchema: parsed(JSON.stringify(tool.inputSchema).replace('10', '11')) }],
    ['type of a value', { inputSchema: parsed(JSON.stringify(tool.inputSchema).replace('10', '"10"')) }],
    ['key called __proto__', { inputSchema: parsed('{"type":"object","__proto__":{"a":1}}') }],
  ])('%s', (_, change) => {
    const digests = [tool, { ...tool, ...change }].map((each) => catalogDigest([each]));
    expect(new Set(digests).size).toBe(2);
  });

  test('value of a key called __proto__', () => {
    const [one, two] = [1, 2].map((value) => ({
      ...tool,
      inputSchema: parsed(`{"type":"object","__proto__":{"a":${value}}}`),
    }));
    if (one === undefined || two === undefined) throw new Error('there are two');
    expect(catalogDigest([one])).not.toBe(catalogDigest([two]));
  });

  test('number of tools, also of equal ones', () => {
    const digests = [[], [tool], [tool, tool], [tool, other]].map((tools) => catalogDigest(tools));
    expect(new Set(digests).size).toBe(4);
  });
});

test('does not depend on the order of tools, whatever they are called', () => {
  const tools = fc.array(
    fc.record({ name: fc.string({ unit: 'binary', maxLength: 3 }), description: fc.string({ unit: 'binary' }) }),
  );
  fc.assert(
    fc.property(tools, fc.infiniteStream(fc.nat()), (some, order) => {
      const entries = some.map((each) => ({ ...tool, ...each }));
      const mixed = entries
        .map((entry) => ({ entry, rank: order.next().value }))
        .toSorted((a, b) => a.rank - b.rank)
        .map(({ entry }) => entry);
      expect(catalogDigest(mixed)).toBe(catalogDigest(entries));
    }),
    { numRuns: 50 },
  );
});

test('a version is that of the API with the beginning of the digest', () => {
  const digest = catalogDigest([tool]);
  expect(catalogIdentity(digest, '2.16')).toEqual({ version: `2.16+${digest.slice(7, 19)}`, digest });
  expect(catalogIdentity(digest, undefined).version).toBe(digest.slice(7, 19));
});

test('a digest that was computed before is answered for that very list, and for no other', () => {
  const entries = catalog.slice(0, 2);
  const digest = catalogDigest(entries);
  rememberDigest(entries, 'sha256-remembered');
  expect(catalogDigest(entries)).toBe('sha256-remembered');
  expect(catalogDigest([...entries])).toBe(digest);
});
