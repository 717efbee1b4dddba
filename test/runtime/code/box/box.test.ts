import { afterAll, describe, expect, test } from 'vitest';
import { eachBox, runIn } from './support/run-program.ts';

const boxes = eachBox();
afterAll(() => boxes.worker.close());

const small = { memory: 16 * 1024 * 1024, cpu: 300, wall: 3000 };

describe.each(Object.entries(boxes))('%s', (_, box) => {
  test.each<[string, string, unknown]>([
    ['nothing', 'const x = 1;', undefined],
    [
      'plain data',
      'return { a: [1, "two", null, true, 1.5], b: undefined, c: () => 1 }',
      { a: [1, 'two', null, true, 1.5] },
    ],
    ['dates as ISO', 'return [new Date(0), new Date(NaN)]', ['1970-01-01T00:00:00.000Z', null]],
    [
      'maps and sets',
      'return [new Map([["a", 1]]), new Map([[{}, 1]]), new Set([1, 2])]',
      [{ a: 1 }, [[{}, 1]], [1, 2]],
    ],
    ['big integers as text', 'return 12345678901234567890n', '12345678901234567890'],
    ['errors', 'return Object.assign(new TypeError("no"), { code: 5 })', { name: 'TypeError', message: 'no', code: 5 }],
    ['what JSON does not have', 'return [NaN, Infinity, Symbol(), undefined, /a/g]', [null, null, null, null, '/a/g']],
    ['circles', 'const o = { n: 1 }; o.self = o; return o', { n: 1, self: '(refers back to what it is part of)' }],
    ['one value twice', 'const o = [1]; return [o, o]', [[1], [1]]],
    ['a promise deep inside', 'return [[[[[[[Promise.resolve(1)]]]]]]]', [[[[[[['(a promise: await it first)']]]]]]]],
    ['what says itself how it is shown', 'class A { toJSON() { return "A!" } } return new A()', 'A!'],
    ['bytes', 'return new Uint8Array([1, 2])', [1, 2]],
    ['text of any kind', 'return "\\ud800 \\u{1F600} \\0 </script>"', '\ud800 \u{1F600} \0 </script>'],
    ['a time zone without summer', 'return new Date(0).getHours()', 0],
  ])('returns %s', async (_, source, value) => {
    const { outcome, ...ran } = await runIn(box, source);
    expect(outcome).toMatchObject({ failure: undefined });
    expect(ran.value).toEqual(value);
  });

  test('asks its host and takes what that answers, in any order', async () => {
    const source = 'return await Promise.all(["slow", "quick", "\\ud800"].map((text) => __ask(text)))';
    const ask = async (text: string) => {
      if (text === 'slow') await new Promise((resolve) => setTimeout(resolve, 20));
      return `${text}!`;
    };
    expect((await runIn(box, source, { ask })).value).toEqual(['slow!', 'quick!', '\ud800!']);
  });

  test('runs the prelude in the same realm, before the program', async () => {
    const prelude = 'globalThis.shout = async (text) => (await __ask(text)).toUpperCase();';
    expect((await runIn(box, 'return await shout("a")', { prelude })).value).toBe('A');
  });

  test('tells lines at once, also those of a program that fails', async () => {
    const { lines, outcome } = await runIn(box, '__tell("one"); await null; __tell("two"); for (;;) {}', {
      limits: small,
    });
    expect(lines).toEqual(['one', 'two']);
    expect(outcome.failure).toBe('cpu');
  });

  test.each<[string, string, object]>([
    [
      'a loop',
      'const a = [1, 2];\nfor (;;) a.at(0)',
      { failure: 'cpu', name: 'TimeLimitError', line: 2, variables: { a: '[1,2]' } },
    ],
    [
      'a loop behind an await',
      'const a = 1;\nawait null;\nfor (;;) Math.abs(a);',
      { failure: 'cpu', variables: { a: '1' } },
    ],
    ['promises without an end', '(function f() { Promise.resolve().then(f) })()', { failure: 'cpu' }],
    [
      'an await for nothing',
      'const a = "x";\nawait new Promise(() => {})',
      { failure: 'stuck', variables: { a: '"x"' } },
    ],
    [
      'an error',
      'const a = 1;\nconst b = null;\nb.c',
      { failure: 'thrown', name: 'TypeError', line: 3, variables: { a: '1', b: 'null' } },
    ],
    ['recursion', 'const f = () => f();\nf()', { failure: 'thrown', name: 'RangeError', line: 1 }],
    ['a value', 'throw { code: 5, help: "again" }', { failure: 'thrown', thrown: '{"code":5,"help":"again"}' }],
    ['text', 'throw "no"', { failure: 'thrown', name: 'Error', message: 'no' }],
    [
      'too much',
      'return "x".repeat(4100000)',
      { failure: 'thrown', name: 'RangeError', message: expect.stringContaining('4,000,000') },
    ],
    ['an import', 'await import("node:fs")', { failure: 'thrown', message: expect.stringContaining('import nothing') }],
  ])('fails by %s', async (_, source, outcome) => {
    const limits = 'failure' in outcome && outcome.failure === 'cpu' ? { limits: small } : {};
    expect((await runIn(box, source, limits)).outcome).toMatchObject(outcome);
    expect((await runIn(box, 'return 1')).value).toBe(1);
  });

  test('fails by memory', async () => {
    const source = 'const a = { b: 1 };\nconst all = [];\nfor (;;) all.push(new Array(20000).fill(a))';
    const { outcome } = await runIn(box, source, { limits: { memory: 8 * 1024 * 1024, cpu: 20_000, wall: 30_000 } });
    expect(outcome).toMatchObject({
      failure: 'memory',
      name: 'MemoryLimitError',
      line: 3,
      variables: { a: '{"b":1}' },
    });
    expect((await runIn(box, 'return 1')).value).toBe(1);
  });

  test('the time as a whole ends a program that waits', async () => {
    const ask = () => new Promise<string>(() => {});
    const { outcome } = await runIn(box, 'const a = [1];\nawait __ask("x")', { ask, limits: { ...small, wall: 600 } });
    expect(outcome).toMatchObject({ failure: 'wall', name: 'TimeLimitError', variables: { a: '[1]' } });
  });

  test('a program that is cancelled ends, and none begins that was cancelled before', async () => {
    const cancel = new AbortController();
    const ask = () => {
      cancel.abort();
      return new Promise<string>(() => {});
    };
    expect((await runIn(box, 'await __ask("x")', { ask, signal: cancel.signal })).outcome.failure).toBe('cancelled');
    expect((await runIn(box, 'return 1', { signal: cancel.signal })).outcome.failure).toBe('cancelled');
  });

  test('calls that are not awaited are waited for, and their failures told', async () => {
    const { value, lines } = await runIn(
      box,
      'const all = []; ["a", "b"].forEach(async (x) => all.push(await __ask(x))); (async () => { await __ask("c"); throw new Error("lost") })(); return all',
    );
    expect(value).toEqual(['a', 'b']);
    expect(lines).toEqual(['Not awaited, and failed: Error: lost (line 1)']);
  });

  test('a failure that nobody awaited is told of also where the program fails otherwise', async () => {
    const source = 'Promise.reject(new Error("lost")); await null; for (;;) Math.abs(1)';
    const { outcome, lines } = await runIn(box, source, { limits: small });
    expect(outcome.failure).toBe('cpu');
    expect(lines).toEqual(['Not awaited, and failed: Error: lost (line 1)']);
  });

  test.each<[string, unknown]>([
    ['return ["a", "b"].map((x) => __ask(x))', ['a', 'b']],
    [
      'return { list: [__ask("a")], one: __ask("b"), of: { it: __ask("c") } }',
      { list: ['a'], one: 'b', of: { it: 'c' } },
    ],
    ['return [(async () => ({ deep: __ask("a") }))()]', [{ deep: 'a' }]],
    ['return Object.freeze([__ask("a")])', ['(a promise: await it first)']],
  ])('promises that were returned without an await are awaited, and that is said: %s', async (source, expected) => {
    const { value, lines } = await runIn(box, source);
    expect(value).toEqual(expected);
    expect(lines).toEqual([expect.stringContaining('awaited')]);
  });

  test('a promise that was returned without an await and fails is the failure of the program', async () => {
    const { outcome } = await runIn(box, 'return [__ask("a").then(() => { throw new TypeError("no") })]');
    expect(outcome).toMatchObject({ failure: 'thrown', name: 'TypeError', message: 'no' });
  });

  test('calls that are still open when the time is over are told of', async () => {
    const ask = () => new Promise<string>(() => {});
    const { value, lines } = await runIn(box, '__ask("x"); return 1', { ask, limits: { ...small, wall: 600 } });
    expect(value).toBe(1);
    expect(lines).toEqual([expect.stringContaining('1 calls')]);
  });

  test('what a host fails to answer is the host’s to hear', async () => {
    const ask = () => Promise.reject(new Error('a bug of the host'));
    await expect(runIn(box, 'await __ask("x")', { ask })).rejects.toThrow('a bug of the host');
    expect((await runIn(box, 'return 1')).value).toBe(1);
  });

  test('variables that are large are cut, and say so', async () => {
    const source =
      'const few = 1;\nconst many = Array.from({ length: 5000 }, (_, i) => i);\nconst f = () => 1;\nthrow new Error("no")';
    const { outcome } = await runIn(box, source);
    const variables = outcome.failure === undefined ? {} : outcome.variables;
    expect(Object.keys(variables)).toEqual(['few', 'many']);
    const { many } = variables;
    const shown = JSON.parse(many ?? '');
    expect(shown.at(-1)).toMatch(/^… \d+ more left out$/);
    expect(many?.length).toBeLessThan(4100);
  });
});
