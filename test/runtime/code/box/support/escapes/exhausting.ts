import { computed, type Escape } from './escape.ts';

/** Time, memory and the stack used up, in ways that cannot be caught. */
export const exhausting: readonly Escape[] = [
  ['a loop in try', 'for (;;) { try { for (;;) {} } catch {} finally { continue } }', computed],
  ['finally without an end', '(function f() { try { f() } finally { f() } })()', computed],
  ['catch without an end', '(function f() { try { f() } catch { f() } })()', computed],
  ['a generator without an end', 'for (const x of (function* () { for (;;) yield 1 })()) {}', computed],
  [
    'an async generator without an end',
    'for await (const x of (async function* () { for (;;) yield 1 })()) {}',
    computed,
  ],
  ['microtasks', '(function f() { Promise.resolve().then(f) })(); await new Promise(() => {})', computed],
  ['microtasks that throw', '(function f() { queueMicrotask(f); throw 1 })()', { failure: ['cpu', 'thrown'] }],
  [
    'natives that call each other',
    'const a = [1]; a.constructor = { [Symbol.species]: function () { return a.map((x) => { for (;;) {} }) } }; a.map((x) => x)',
    { failure: ['thrown'] },
  ],
  ['a pattern that backtracks', 'return /^(a+)+$/.test("a".repeat(50) + "b")', computed],
  ['a sort that never ends', '[3, 1, 2].sort(() => { for (;;) {} })', computed],
  ['a replacer that never ends', '"aaa".replace(/a/g, () => { for (;;) {} })', computed],
  ['huge texts', 'let s = "x"; for (;;) s += s', { failure: ['memory', 'thrown'] }],
  ['huge lists', 'const all = []; for (;;) all.push(new Array(10000).fill(0))', { failure: ['memory'] }],
  ['huge bytes', 'return new Uint8Array(2 ** 30).length', { failure: ['memory', 'thrown'] }],
  ['many bytes', 'const all = []; for (;;) all.push(new ArrayBuffer(2 ** 20))', { failure: ['memory', 'thrown'] }],
  ['promises', 'const all = []; for (;;) all.push(new Promise(() => {}))', { failure: ['memory', 'cpu'] }],
  [
    'memory in try',
    'const all = []; for (;;) { try { for (;;) all.push("x".repeat(1e5) + all.length) } catch {} }',
    { failure: ['memory'] },
  ],
  [
    'memory of closures',
    'let f = () => 0; for (;;) { const g = f; const big = new Array(1000).fill(f); f = () => [g, big] }',
    { failure: ['memory'] },
  ],
  ['JSON that is deep', 'return JSON.parse("[".repeat(1e6))', { failure: ['thrown'] }],
  [
    'a regular expression that is deep',
    'return new RegExp("(".repeat(1e5) + ")".repeat(1e5)).test("")',
    { failure: ['thrown'] },
  ],
  ['source that is deep', 'return eval("(".repeat(1e5))', { failure: ['thrown'] }],
  ['waiting for nothing', 'await new Promise(() => {})', { failure: ['stuck'] }],
  ['requests without an end', 'for (;;) __ask("x").catch(() => {})', { failure: ['cpu', 'memory'] }],
  [
    'a request that is huge',
    'try { await __ask("x".repeat(2e6)) } catch (error) { return error.name }',
    { value: 'RangeError' },
  ],
  [
    'a request that is no text',
    'try { await __ask({ toString() { return "evil" } }) } catch (error) { return error.name }',
    { value: 'TypeError' },
  ],
  [
    'thousands of requests',
    'const all = await Promise.allSettled(Array.from({ length: 3000 }, (_, i) => __ask(String(i)))); return all.filter(({ status }) => status === "fulfilled").length',
    { value: 1000 },
  ],
  ['lines without an end', 'for (;;) __tell("x".repeat(1000))', computed],
  ['a line that is no text', '__tell({ toString() { for (;;) {} } }); return 1', { value: 1 }],
  [
    'unhandled rejections',
    'for (let i = 0; i < 10000; i += 1) Promise.reject(new Error(String(i))); return 1',
    { value: 1 },
  ],
];
