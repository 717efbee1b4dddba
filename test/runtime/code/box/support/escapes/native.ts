import { computed, type Escape } from './escape.ts';

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
