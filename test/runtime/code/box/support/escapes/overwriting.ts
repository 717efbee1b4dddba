import type { Escape } from './escape.ts';

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
