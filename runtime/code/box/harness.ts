import { harnessValues } from './harness-values.ts';

/** JavaScript that stands in a program's realm before anything of others: the two functions of the border, and what reads values. */
export const harness = `(function (ask, tell) {
  'use strict';
${harnessValues}
  const ASKS = 1000, LETTERS = 1000000, LINES = 10000, LINE_LETTERS = 4000000;

  const settlers = create(null);
  let last = 0, open = 0, lines = 0, letters = 0, isFull = false, see;

  function askHost(text) {
    return new RealPromise((resolve) => {
      if (typeof text !== 'string') throw new RealTypeError('A request is text.');
      if (text.length > LETTERS) throw new RealRangeError('A call takes at most 1,000,000 characters of arguments.');
      if (open >= ASKS) throw new RealRangeError('At most 1,000 calls can be open at once: await some of them first.');
      last += 1;
      open += 1;
      settlers[last] = resolve;
      ask(last, text);
    });
  }

  function tellHost(line) {
    const text = typeof line === 'string' ? line : 'undefined';
    lines += 1;
    letters += text.length;
    if (isFull) return;
    isFull = lines > LINES || letters > LINE_LETTERS;
    tell(isFull ? '(what was logged after this is left out: there was too much)' : text);
  }

  function settle(id, text) {
    const resolve = settlers[id];
    delete settlers[id];
    open -= 1;
    resolve(text);
  }

  /* What was thrown, as JSON: name, message, stack, own properties. */
  function describe(error) {
    const isObject = typeof error === 'object' && error !== null;
    const textAt = (name) => {
      const value = isObject ? attempt(() => error[name]) : undefined;
      return typeof value === 'string' ? slice(value, 0, 20000) : undefined;
    };
    const message = textAt('message') ?? (typeof error === 'string' ? slice(error, 0, 20000) : attempt(() => show(error, 2000, true)));
    const told = create(null);
    told.name = textAt('name') ?? 'Error';
    told.message = message ?? typeof error;
    told.stack = textAt('stack');
    told.thrown = isObject ? attempt(() => show(error, 100000, true)) : undefined;
    return show(told, 400000, true);
  }

  /* The variables of some names that the program's outermost function has, as JSON of JSON texts. */
  function peek(names) {
    const wanted = parse(names), found = create(null), order = create(null);
    let left = 8000, length = 0;
    for (let i = 0; i < wanted.length && length < 8 && left > 0; i += 1) {
      const shown = attempt(() => {
        const value = see(wanted[i]);
        return typeof value === 'function' ? undefined : show(value, left < 4000 ? left : 4000, true);
      });
      if (shown === undefined) continue;
      left -= shown.length;
      order[length] = wanted[i];
      found[length] = shown;
      length += 1;
    }
    order.length = length;
    let out = '{';
    for (let i = 0; i < length; i += 1) out += (i ? ',' : '') + stringify(order[i]) + ':' + stringify(found[i]);
    return out + '}';
  }

  function start(make) {
    return make((first) => {
      see ??= first;
    })();
  }

  defineProperty(globalThis, '__ask', { value: askHost, configurable: true });
  defineProperty(globalThis, '__tell', { value: tellHost, configurable: true });
  delete globalThis.SharedArrayBuffer;
  return { start, settle, describe, peek, gather, finish: (value) => show(value, 4000000, false) };
})`;
