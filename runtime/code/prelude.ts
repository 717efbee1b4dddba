import type { WorldNames } from './world-names.ts';

/** What the prelude tells its host in a line: its first letter says what the rest is. */
export const TOLD = { log: 'l', missing: 'm' } as const;

/**
 * The world of a program, made before it runs of the two functions that its box has: the object of functions, the class of
 * their errors, and a console. What answers lack is told of, as is every line of the console.
 */
export function prelude({ object, error }: WorldNames): string {
  return SOURCE.replaceAll('OBJECT', object)
    .replaceAll('FAILURE', error)
    .replaceAll('LONGEST_REQUEST', String(LONGEST_REQUEST))
    .replaceAll('MOST_LOG', String(MOST_LOG));
}

/** Characters that the arguments of one call may have. */
export const LONGEST_REQUEST = 1_000_000;
/** Characters of a program's log that are kept. */
const MOST_LOG = 10_000;

// It runs in the program's own realm: a program that changes what this uses harms nobody but itself.
const SOURCE = `(() => {
  'use strict';
  const { __ask: ask, __tell: tell } = globalThis;
  delete globalThis.__ask;
  delete globalThis.__tell;
  const { parse, stringify } = JSON;
  const { getPrototypeOf, setPrototypeOf, keys, defineProperty, assign } = Object;
  const plain = Object.prototype;
  const told = new Set();

  class FAILURE extends Error {
    constructor(fields, stack) {
      super(fields.message);
      defineProperty(this, 'name', { value: 'FAILURE', enumerable: false, configurable: true });
      assign(this, fields);
      if (stack !== undefined) defineProperty(this, 'stack', { value: stack, configurable: true });
    }
  }

  const QUIET = new Set(['then', 'toJSON', 'constructor', 'inspect', 'length', 'nodeType', '$$typeof', 'asymmetricMatch']);

  const missed = (of, key, there, depth) => {
    const id = of + '.' + key;
    // A name that may stand beside its id is no mistake.
    if (told.has(id) || told.size >= 20 || there.includes(key + '_id')) return undefined;
    told.add(id);
    tell('m' + stringify({ of, key: key.slice(0, 100), keys: there.slice(0, 40), depth }));
    return undefined;
  };

  // Stands behind an object of an answer: asked only for what the object itself has not.
  const behind = (of, depth) =>
    new Proxy({}, {
      get(_, key, owner) {
        if (typeof key === 'symbol' || key in plain || QUIET.has(key)) return Reflect.get(plain, key, owner);
        return missed(of, key, keys(owner), depth);
      },
      getPrototypeOf: () => plain,
    });

  const watch = (value, of, depth = 0, known = new Map()) => {
    if (typeof value !== 'object' || value === null || depth > 6) return value;
    if (Array.isArray(value)) {
      for (const item of value) watch(item, of + '[]', depth + 1, known);
      return value;
    }
    if (!known.has(of)) known.set(of, behind(of, depth));
    for (const key of keys(value)) watch(value[key], of + '.' + key, depth + 1, known);
    setPrototypeOf(value, known.get(of));
    return value;
  };

  // Stands for a part of an answer that a dry run has not.
  const planned = (number, path) =>
    new Proxy({}, {
      get(_, key) {
        if (key === 'then') return undefined;
        if (key === 'toJSON' || key === 'toString' || key === 'valueOf' || key === Symbol.toPrimitive)
          return () => '[answer ' + number + path + ']';
        if (typeof key === 'symbol') return undefined;
        return planned(number, path + '.' + key);
      },
      has: () => true,
      set: () => true,
    });

  const refuse = (message, help, stack) => {
    throw new FAILURE({ kind: 'input', message, help }, stack);
  };

  const written = (request, stack) => {
    let text;
    try {
      text = stringify(request);
    } catch (error) {
      return refuse('the arguments cannot be written as JSON: ' + error.message, 'Hand over plain values.', stack);
    }
    return text.length <= LONGEST_REQUEST ? text : refuse('the arguments are too long', 'Hand over less at once.', stack);
  };

  const send = async (request, stack) => {
    const answer = parse(await ask(written(request, stack)));
    if (answer.error) throw new FAILURE(answer.error, stack);
    return answer;
  };

  const callOf = (name) => (...args) => {
    const { stack } = new Error();
    return send({ op: 'call', name, args }, stack).then(({ value, planned: number }) =>
      number === undefined ? watch(value, name) : planned(number, ''),
    );
  };

  const walkOf = (name) => (args, options) => {
    const { stack } = new Error();
    const items = (async function* () {
      const { walk } = await send({ op: 'open', name, args: args === undefined ? [] : [args], options }, stack);
      for (;;) {
        const { page, done } = await send({ op: 'next', walk }, stack);
        yield* watch(page, name + '.result', 1);
        if (done) return;
      }
    })();
    const toArray = async () => {
      const list = [];
      for await (const item of items) list.push(item);
      // A page has its items in this.
      defineProperty(list, 'result', { value: list });
      for (const key of ['data', 'items', 'next_cursor', name])
        defineProperty(list, key, { get: () => missed(name, key, ['the items themselves'], 0), configurable: true });
      return list;
    };
    return {
      next: () => items.next(),
      return: (value) => items.return(value),
      throw: (error) => items.throw(error),
      [Symbol.asyncIterator]: () => items,
      toArray,
      // Awaited as a whole it is the list of all items.
      then: (resolve, reject) => toArray().then(resolve, reject),
    };
  };

  const finder = (op) => (...args) => {
    const { stack } = new Error();
    return send({ op, args }, stack).then(({ value }) => value);
  };

  const own = {
    searchTools: finder('search'),
    search_tools: finder('search'),
    describeTools: finder('describe'),
    describe_tools: finder('describe'),
  };

  const functions = (make, extra) =>
    new Proxy(Object.freeze({ ...extra }), {
      get(target, key) {
        if (typeof key === 'symbol' || key === 'then' || key === 'toJSON') return undefined;
        return Object.hasOwn(target, key) ? target[key] : make(key);
      },
      has: () => true,
      set() {
        throw new TypeError('OBJECT cannot be changed');
      },
    });

  const shown = (value) => {
    if (typeof value === 'string') return value;
    if (value instanceof Error) return value.name + ': ' + value.message;
    try {
      return stringify(value) ?? String(value);
    } catch {
      return String(value);
    }
  };
  let room = MOST_LOG;
  const log = (...values) => {
    if (room < 0) return;
    const line = values.map(shown).join(' ');
    tell('l' + line.slice(0, room));
    room -= line.length + 1;
    if (room < 0) tell('l…and more, which is left out');
  };
  const console = {};
  for (const level of ['log', 'info', 'warn', 'error', 'debug', 'table', 'dir', 'trace']) console[level] = log;

  const world = {
    OBJECT: functions(callOf, { ...own, all: functions(walkOf, {}) }),
    FAILURE,
    console: Object.freeze(console),
  };
  for (const name of keys(world)) defineProperty(globalThis, name, { value: world[name] });
})();`;
