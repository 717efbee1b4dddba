import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { checkArguments } from '../../../runtime/input/check-arguments.ts';
import { repairArguments } from '../../../runtime/input/repair-arguments.ts';
import type { Tool } from '../../../runtime/tool/tool.ts';
import { InputError } from '../../../runtime/value/errors.ts';
import { input, now, rows, tool } from './support/repair-rows.ts';

function read(given: unknown, of: Tool = tool) {
  const { input: repaired, repairs } = repairArguments(of, given, { now });
  return { sent: checkArguments(of, repaired), repairs };
}

function refusal(given: unknown, of: Tool = tool): string {
  try {
    return `sent ${JSON.stringify(read(given, of).sent)}`;
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
}

describe.each(Object.entries(rows))('%s', (_, table) => {
  test.each(table)('%j', (given, sent, said) => {
    const found = read(given);
    expect(found.sent).toEqual(sent);
    expect(found.repairs.length).toBe(said === null ? 0 : 1);
    expect(found.repairs[0] ?? '').toContain(said ?? '');
    // Reading once more changes nothing.
    expect(read(found.sent)).toEqual({ sent: found.sent, repairs: [] });
  });
});

test('the whole as JSON text, and nothing at all', () => {
  expect(read('{"limit":"5"}').sent).toEqual({ limit: 5 });
  expect(read(null).sent).toEqual({});
  expect(read(undefined).sent).toEqual({});
});

test('a tool keeps its own argument that a client has the name of', () => {
  const own: Tool = { ...tool, input: z.strictObject({ action: z.string(), input: z.looseObject({}).optional() }) };
  expect(read({ action: 'x' }, own).sent).toEqual({ action: 'x' });
  expect(refusal({ input: { action: 'x' } }, own)).toMatch(/^action: is required/);
});

describe('null where it would be lost', () => {
  test('is refused on an update, and dropped elsewhere', () => {
    expect(refusal({ body: null, urls: null })).toBe(
      'body: null does not clear it: leave it out to keep what is there\n' +
        'urls: null does not clear it: leave it out to keep what is there, or give [] for none',
    );
    expect(read({ body: null, one: { id: '1', flag: null } }, { ...tool, class: 'create' })).toEqual({
      sent: { one: { id: '1' } },
      repairs: [],
    });
  });

  test('comes of a client that fills in all that its model left out', () => {
    const all = Object.fromEntries(Object.keys(input.shape).map((name) => [name, null]));
    expect(read({ ...all, limit: 5 })).toEqual({
      sent: { limit: 5 },
      repairs: ['null was taken as left out for 22 arguments, as all arguments were given'],
    });
  });
});

describe('one possible value', () => {
  const forms: Tool = {
    ...tool,
    nulls: {},
    input: z.strictObject({
      kind: z.enum(['close', 'assign']),
      type: z.enum(['admin', 'team']).optional(),
      admin_id: z.string().optional(),
      team_id: z.string().optional(),
      constant: z.literal('note'),
    }),
    cases: [
      { when: { kind: ['close'], type: ['admin'] }, required: [] },
      { when: { kind: ['assign'], type: ['admin'] }, required: ['admin_id'] },
      { when: { kind: ['assign'], type: ['team'] }, required: ['team_id'] },
    ],
  };

  test('is filled in by the form that is left, and said', () => {
    expect(read({ kind: 'close' }, forms)).toEqual({
      sent: { kind: 'close', type: 'admin', constant: 'note' },
      repairs: [
        'constant: "note" was filled in, the only value that fits',
        'type: "admin" was filled in, the only value that fits',
      ],
    });
    expect(read({ kind: 'assign', team_id: 1 }, forms).sent).toMatchObject({ type: 'team' });
  });

  test('is not guessed where two are left', () => {
    expect(refusal({ kind: 'assign', team_id: 1, admin_id: 1 }, forms)).toMatch(
      /^kind: kind "assign" with type left out/,
    );
  });
});

describe('a refusal', () => {
  test.each([
    [
      { thing_id: 5, admin_id: 'x', flag: 'maybe' },
      /^admin_id: must be a number, not "x"\nflag: must be a boolean, not "maybe"$/,
    ],
    [{ thing_id: 84930, flagg: true }, /^flagg: unknown argument\. Did you mean "flag"\?/],
    [{ until: 'soon' }, /^until: must be a time such as .*, not "soon"$/],
    [{ publish_at: 'soon' }, /^publish_at: must be a time such as .*, not "soon"$/],
    [{ day: '2026-02-30' }, /^day: must be a time such as .*, not "2026-02-30"$/],
    [{ until: -5.5 }, /^until: must be a time such as/],
    [{ admin_id: '9007199254740993' }, /^admin_id: must be a number, not "9007199254740993"$/],
    [{ thing_id: 2 ** 60 }, /^thing_id: must be a string/],
    [{ urls: 'Hello world, and all' }, /^urls: must be an array, not "Hello world, and all", for example \["text"\]$/],
    [{ people: '["x"' }, /^people: must be an array, not "\[\\"x\\"", for example \[\{"id":"text"\}\]$/],
    [{ attributes: '[1]' }, /^attributes: must be an object, not "\[1\]", for example \{"name":"value"\}$/],
    [{ one: 'x' }, /^one: must be an object, not "x", for example \{"id":"text"\}$/],
  ])('%j', (given, want) => {
    expect(refusal(given)).toMatch(want);
  });
});

describe('hostile JSON text', () => {
  test('a deep one, a wide one and a long one are no objects', () => {
    const deep = `${'{"a":'.repeat(60)}1${'}'.repeat(60)}`;
    const wide = `{${Array.from({ length: 2000 }, (_, at) => `"k${at}":1`).join(',')}}`;
    const long = `{"a":"${'x'.repeat(1_000_001)}"}`;
    for (const attributes of [deep, wide, long])
      expect(refusal({ attributes })).toMatch(/^attributes: must be an object/);
  });

  test('is no way into a prototype', () => {
    const { sent } = read({
      attributes: '{"__proto__":{"polluted":1},"a":1}',
      one: '{"id":"1","__proto__":{"polluted":1}}',
    });
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    expect(Reflect.get(Object(sent.one), 'polluted')).toBeUndefined();
    expect(Object.getPrototypeOf(sent.one)).toBe(Object.prototype);
  });
});

test('many repairs of one list are one line', () => {
  const ids = Array.from({ length: 2000 }, (_, at) => ({ id: at, since: 1797238800000 + at }));
  const { repairs } = repairArguments(tool, { people: ids }, { now });
  expect(repairs.join('\n').length).toBeLessThan(10_000);
});
