/** What an attempt may come to: a value, or a failure of one of these kinds. */
export type Expected = { readonly value: unknown } | { readonly failure: readonly string[] };

/** One attempt: what it tries, its program, and what must come out. */
export type Escape = readonly [tries: string, source: string, expected: Expected];

/** Names of a host, none of which a realm has. */
const HOSTS =
  '["process", "require", "module", "fetch", "WebAssembly", "Deno", "Bun", "Buffer", "setTimeout", "setInterval", "XMLHttpRequest", "WebSocket", "Worker", "SharedArrayBuffer", "Atomics", "performance", "WeakRef", "importScripts", "self", "window", "global", "std", "os", "bjson", "print", "scriptArgs", "load"]';

/** The names of a host that a global object has. */
function hostsOf(globals: string): string {
  return `const g = ${globals}; return ${HOSTS}.filter((name) => g[name] !== undefined)`;
}

const nothing: Expected = { value: [] };
const computed: Expected = { failure: ['cpu'] };

/** Ways to another realm by what can be reached from what a program is given. */
export const reaching: readonly Escape[] = [
  ['the global object', hostsOf('globalThis'), nothing],
  ['this of a sloppy function', hostsOf('new Function("return this")()'), nothing],
  ['this of the program', hostsOf('this ?? globalThis'), nothing],
  ['an indirect eval', hostsOf('(0, eval)("this")'), nothing],
  [
    'the constructor of a constructor',
    hostsOf('this?.constructor?.constructor?.("return this")() ?? globalThis'),
    nothing,
  ],
  ['the constructor of the border', hostsOf('__ask.constructor("return this")()'), nothing],
  ['the constructor of a line', hostsOf('__tell.constructor("return this")()'), nothing],
  ['the constructor of an answer', hostsOf('(await __ask("x")).constructor.constructor("return this")()'), nothing],
  ['the constructor of an answer’s promise', hostsOf('__ask("x").constructor.constructor("return this")()'), nothing],
  ['async functions', hostsOf('await (async () => {}).constructor("return globalThis")()'), nothing],
  ['generators', hostsOf('(function* () {}).constructor("yield globalThis")().next().value'), nothing],
  [
    'async generators',
    hostsOf('(await (async function* () {}).constructor("yield globalThis")().next()).value'),
    nothing,
  ],
  ['a proxy’s trap', hostsOf('new Proxy({}, { get: () => Array.constructor("return this")() }).x'), nothing],
  ['a bound native', hostsOf('Function.prototype.call.bind(Function)(null, "return this")()'), nothing],
  ['a tagged template', hostsOf('((strings) => strings.constructor.constructor("return this")())`x`'), nothing],
  [
    'an error of the border',
    'try { await __ask({}) } catch (error) { return [error.constructor === TypeError, Object.keys(error), /node:|file:|\\/work|\\.ts/.test(error.stack)] }',
    { value: [true, [], false] },
  ],
  [
    'the caller of a host function',
    'try { return __ask.caller } catch (error) { return error.name }',
    { value: 'TypeError' },
  ],
  [
    'the arguments of a host function',
    'try { return __tell.arguments } catch (error) { return error.name }',
    { value: 'TypeError' },
  ],
  [
    'arguments.callee',
    'return (function () { try { return typeof arguments.callee } catch (error) { return error.name } })()',
    { value: 'TypeError' },
  ],
  ['the wrapper’s arguments', 'return [...arguments].map((one) => typeof one)', { value: ['function'] }],
  [
    'the wrapper’s argument, called again',
    'let seen; const secret = 1; arguments[0]((read) => { seen = read }); return [typeof seen, secret]',
    { value: ['undefined', 1] },
  ],
  [
    'eval in the wrapper',
    'const names = ["make", "peek", "settle", "settlers", "see", "ask", "tell", "harness", "vm", "realm"]; return names.filter((name) => { try { eval(name); return true } catch { return false } })',
    nothing,
  ],
  [
    'Function in the wrapper',
    'const names = ["make", "settle", "settlers", "see", "ask", "tell"]; return names.filter((name) => { try { return new Function("return " + name)() } catch { return false } })',
    nothing,
  ],
  [
    'the source of what stands around',
    'return /settlers|captured/.test(String(__ask) + String(__ask.constructor) + String(Object.getOwnPropertyNames(globalThis)))',
    { value: true },
  ],
  [
    'prepareStackTrace',
    'Error.prepareStackTrace = (_, frames) => frames.map((frame) => { try { return typeof frame.getThis?.() + typeof frame.getFunction?.() } catch { return "no" } }); let depth = []; const frames = new Error("x").stack; return JSON.stringify(frames).includes("object")',
    { value: false },
  ],
  [
    'stack frames of the host',
    'const { stack } = new Error("x"); return /node:|file:|\\.ts|\\.js|wasm/.test(stack)',
    { value: false },
  ],
  [
    'a stack that overflowed',
    'let error; const f = () => { try { f() } catch (e) { error ??= e } }; f(); return [error.constructor === RangeError, error.constructor.constructor === Function]',
    { value: [true, true] },
  ],
  [
    'an import',
    'try { await import("node:fs") } catch (error) { return [error instanceof Error, /node_modules|file:/.test(error.stack)] }',
    { value: [true, false] },
  ],
  [
    'an import of data',
    'try { return (await import("data:text/javascript,export default 1")).default } catch { return "no" }',
    { value: 'no' },
  ],
  ['an import from eval', 'try { return await eval("import(\'fs\')") } catch { return "no" }', { value: 'no' }],
  ['import.meta', 'try { return eval("import.meta") } catch (error) { return error.name }', { value: 'SyntaxError' }],
  [
    'require of any kind',
    'return [typeof require, typeof module, typeof exports, typeof process, typeof std, typeof os]',
    { value: Array(6).fill('undefined') },
  ],
  [
    'a subclass with a species',
    'class P extends Promise { static get [Symbol.species]() { return function (run) { run(() => {}, () => {}); this.then = null } } } try { P.resolve(1).then(() => {}); return "ok" } catch { return "ok" }',
    { value: 'ok' },
  ],
];

/** Changes to the realm under what crosses the border. */
export const overwriting: readonly Escape[] = [
  ['JSON', 'JSON.stringify = () => "evil"; JSON.parse = () => { throw 1 }; return { a: 1 }', { value: { a: 1 } }],
  ['toJSON of everything', 'Object.prototype.toJSON = () => "evil"; return 1', { value: 1 }],
  ['toJSON of texts', 'String.prototype.toJSON = () => "evil"; return "good"', { value: 'good' }],
  ['then of everything', 'Object.prototype.then = function (ok) { ok("evil") }; return 1', { value: 1 }],
  ['then of promises', 'Promise.prototype.then = function () { throw new Error("evil") }; return 1', { value: 1 }],
  [
    'the constructor of promises',
    'Promise.prototype.constructor = class { constructor() { throw 1 } }; return 1',
    { value: 1 },
  ],
  ['Promise', 'globalThis.Promise = undefined; return await __ask("x")', { value: 'x' }],
  [
    'Array',
    'Array.prototype.map = Array.prototype.join = Array.prototype.push = () => "evil"; Array.isArray = () => false; return [1]',
    { value: [1] },
  ],
  [
    'indexes of arrays',
    'Object.defineProperty(Array.prototype, 0, { set() { throw 1 }, get() { return "evil" } }); return { a: [1, 2] }',
    { value: { a: [1, 2] } },
  ],
  [
    'Object',
    'Object.keys = Object.create = Object.defineProperty = () => { throw 1 }; globalThis.Object = null; return { a: 1 }',
    { value: { a: 1 } },
  ],
  [
    'Map and Date',
    'Map.prototype.forEach = Date.prototype.toISOString = Date.prototype.getTime = () => { throw 1 }; return [new Map([["a", 1]]), new Date(0)]',
    { value: [{ a: 1 }, '1970-01-01T00:00:00.000Z'] },
  ],
  [
    'tags',
    'return [{ [Symbol.toStringTag]: "Date" }, { [Symbol.toStringTag]: "Map", a: 1 }, { [Symbol.toStringTag]: "Promise", a: 1 }]',
    { value: [{}, { a: 1 }, '(a promise: await it first)'] },
  ],
  [
    'Function.prototype.call',
    'Function.prototype.call = Function.prototype.bind = Function.prototype.apply = () => "evil"; return { a: new Set([1]) }',
    { value: { a: [1] } },
  ],
  [
    'the border itself',
    'try { globalThis.__ask = () => "evil" } catch {} try { globalThis.__tell = null } catch {} return typeof __ask',
    { value: 'function' },
  ],
  [
    'all globals',
    'for (const name of Object.getOwnPropertyNames(globalThis)) { try { delete globalThis[name] } catch {} } return { a: [1, "b"] }',
    { value: { a: [1, 'b'] } },
  ],
  ['the prototype of globalThis', 'Object.setPrototypeOf(globalThis, null); return 1', { value: 1 }],
  ['eval', 'globalThis.eval = (text) => "evil"; throw new Error("x")', { failure: ['thrown'] }],
  [
    'Error',
    'globalThis.Error = TypeError.prototype.__proto__ = null; throw new TypeError("x")',
    { failure: ['thrown'] },
  ],
  [
    'Symbol.hasInstance',
    'Object.defineProperty(Error, Symbol.hasInstance, { value: () => { throw 1 } }); return { a: 1 }',
    { value: { a: 1 } },
  ],
];

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

/** Native operations that the engine itself cannot be stopped in: only a thread can. */
export const native: readonly Escape[] = [
  ['join', 'return new Array(2 ** 28).join("ab").length', { failure: ['cpu', 'memory'] }],
  ['reverse', 'Array.prototype.reverse.call({ length: 2 ** 53 - 1 })', computed],
  ['indexOf', 'return Array.prototype.indexOf.call({ length: 2 ** 53 - 1 }, 1)', computed],
  [
    'toJSON of a long list',
    'return JSON.stringify({ __proto__: [], length: 2 ** 31, toJSON() { return new Array(2 ** 28) } }).length',
    { failure: ['cpu', 'memory'] },
  ],
  [
    'reading a variable',
    'const big = { get a() { return new Array(2 ** 28).join("ab") } }; throw new Error("x")',
    { failure: ['cpu', 'thrown'] },
  ],
];
