import { computed, type Escape } from './escape.ts';

/** Values that bite who reads them. */
export const values: readonly Escape[] = [
  ['a getter that throws', 'return { get a() { throw new Error("bite") } }', { failure: ['thrown'] }],
  ['a getter that never ends', 'return { get a() { for (;;) {} } }', computed],
  ['toJSON that never ends', 'return { toJSON() { for (;;) {} } }', computed],
  [
    'toJSON of itself',
    'const o = { toJSON() { return { toJSON: this.toJSON } } }; return o',
    { value: '(nested too deeply to be shown)' },
  ],
  [
    'a proxy that lies',
    'return new Proxy([], { get: (target, key) => (key === "length" ? 2 ** 31 : 1) })',
    { failure: ['cpu', 'thrown'] },
  ],
  [
    'a proxy of itself',
    'const p = new Proxy({}, { get: () => p, ownKeys: () => ["a"], getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true, value: 1 }) }); return p',
    { value: { a: '(refers back to what it is part of)' } },
  ],
  [
    'a revoked proxy',
    'const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); return proxy',
    { failure: ['thrown'] },
  ],
  ['a thenable', 'return { then(ok) { ok({ a: 1 }) } }', { value: { a: 1 } }],
  ['a thenable that never answers', 'return { then() {} }', { failure: ['stuck'] }],
  ['a thenable of itself', 'const t = { then(ok) { ok(t) } }; return t', computed],
  [
    'an error with getters',
    'const e = new Error("x"); Object.defineProperty(e, "message", { get() { throw 1 } }); Object.defineProperty(e, "stack", { get() { throw 1 } }); throw e',
    { failure: ['thrown'] },
  ],
  ['an error that never ends', 'throw { get name() { for (;;) {} } }', computed],
  ['null thrown', 'throw null', { failure: ['thrown'] }],
  ['a symbol thrown', 'throw Symbol("x")', { failure: ['thrown'] }],
  [
    'a proxy thrown',
    'throw new Proxy(new Error("x"), { get() { throw 2 }, getPrototypeOf() { throw 3 } })',
    { failure: ['thrown'] },
  ],
  [
    '__proto__ in what is returned',
    'return JSON.parse(\'{"__proto__": {"evil": 1}, "constructor": 2}\')',
    { value: JSON.parse('{"__proto__": {"evil": 1}, "constructor": 2}') },
  ],
  [
    'an array with a length',
    'const a = [1]; a.length = 2 ** 32 - 1; return a',
    { failure: ['cpu', 'thrown', 'memory'] },
  ],
  [
    'depth',
    'let o = {}; for (let i = 0; i < 2e4; i += 1) o = { o }; return JSON.stringify(o.o.o).length > 0',
    { failure: ['thrown'] },
  ],
  ['depth that is returned', 'let o = 1; for (let i = 0; i < 1e4; i += 1) o = [o]; return o', { value: expect64() }],
];

/** What 64 lists in each other look like that hold a note. */
function expect64(): unknown {
  let value: unknown = '(nested too deeply to be shown)';
  for (let depth = 0; depth < 64; depth += 1) value = [value];
  return value;
}
