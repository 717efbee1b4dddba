/**
 * JavaScript that stands in a program's realm before anything of others: the two functions of the border, and what makes text
 * of values. It keeps every function of the language that it uses, since a program may replace all of them.
 */
export const harness = `(function (ask, tell) {
  'use strict';
  const uncurry = Function.prototype.bind.bind(Function.prototype.call);
  const { isArray } = Array;
  const { create, keys, defineProperty } = Object;
  const { stringify, parse } = JSON;
  const { isFinite } = Number;
  const RealPromise = Promise, RealTypeError = TypeError, RealRangeError = RangeError;
  const tagOf = uncurry(Object.prototype.toString);
  const isoOf = uncurry(Date.prototype.toISOString), timeOf = uncurry(Date.prototype.getTime);
  const eachOfMap = uncurry(Map.prototype.forEach), eachOfSet = uncurry(Set.prototype.forEach);
  const sourceOf = uncurry(RegExp.prototype.toString), slice = uncurry(String.prototype.slice);
  const isView = ArrayBuffer.isView;
  const DEEP = 64, ASKS = 1000, LETTERS = 1000000, LINES = 10000, LINE_LETTERS = 4000000;

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

  function kindOf(value) {
    const tag = tagOf(value);
    try {
      if (tag === '[object Date]') return timeOf(value), 'date';
      if (tag === '[object Map]') return eachOfMap(value, () => {}), 'map';
      if (tag === '[object Set]') return eachOfSet(value, () => {}), 'set';
      if (tag === '[object RegExp]') return sourceOf(value), 'pattern';
    } catch {}
    if (tag === '[object Error]' || tag === '[object DOMException]') return 'error';
    return tag === '[object Promise]' ? 'promise' : isView(value) ? 'view' : 'plain';
  }

  /* JSON of a value in some room: what is too much is cut and said in place, or refused. */
  function show(value, room, isCut) {
    const above = create(null);
    let left = room;

    function spend(piece) {
      left -= piece.length;
      if (left < 0 && !isCut) {
        throw new RealRangeError('The program returned more than 4,000,000 characters: return only the fields that are needed.');
      }
      return piece;
    }

    function text(value) {
      const isShort = !isCut || value.length <= left;
      return spend(stringify(isShort ? value : slice(value, 0, left > 0 ? left : 0) + '… (cut)'));
    }

    function list(length, itemAt, depth) {
      let out = '[';
      for (let i = 0; i < length; i += 1) {
        if (isCut && left <= 0) return out + (i ? ',' : '') + '"… ' + (length - i) + ' more left out"]';
        out += spend(i ? ',' : '') + (show1(itemAt(i), depth) ?? spend('null'));
      }
      return out + spend(']');
    }

    function record(names, valueOf, depth) {
      let out = '{', isFirst = true;
      for (let i = 0; i < names.length; i += 1) {
        if (isCut && left <= 0) return out + (isFirst ? '' : ',') + '"…":"' + (names.length - i) + ' more left out"}';
        const shown = show1(valueOf(names[i], i), depth);
        if (shown === undefined) continue;
        out += spend((isFirst ? '' : ',') + stringify(names[i]) + ':') + shown;
        isFirst = false;
      }
      return out + spend('}');
    }

    function ofMap(value, depth) {
      const names = create(null), values = create(null);
      let size = 0, isRecord = true;
      eachOfMap(value, (item, name) => {
        names[size] = name;
        values[size] = item;
        size += 1;
        if (typeof name !== 'string' && typeof name !== 'number') isRecord = false;
      });
      if (!isRecord) {
        return list(size, (i) => [names[i], values[i]], depth);
      }
      const texts = create(null);
      for (let i = 0; i < size; i += 1) texts[i] = '' + names[i];
      texts.length = size;
      return record(texts, (_, i) => values[i], depth);
    }

    function ofSet(value, depth) {
      const items = create(null);
      let size = 0;
      eachOfSet(value, (item) => {
        items[size] = item;
        size += 1;
      });
      return list(size, (i) => items[i], depth);
    }

    function ofError(value, depth) {
      const own = keys(value), names = create(null);
      names[0] = 'name';
      names[1] = 'message';
      let length = 2;
      for (let i = 0; i < own.length; i += 1) {
        if (own[i] !== 'name' && own[i] !== 'message' && own[i] !== 'stack') names[length++] = own[i];
      }
      names.length = length;
      return record(names, (name) => value[name], depth);
    }

    function ofObject(value, depth) {
      switch (kindOf(value)) {
        case 'date': {
          const time = timeOf(value);
          return spend(time === time ? stringify(isoOf(value)) : 'null');
        }
        case 'map':
          return ofMap(value, depth);
        case 'set':
          return ofSet(value, depth);
        case 'pattern':
          return text(sourceOf(value));
        case 'error':
          return ofError(value, depth);
        case 'promise':
          return text('(a promise: await it first)');
        case 'view':
          return list(value.length ?? 0, (i) => value[i], depth);
      }
      if (typeof value.toJSON === 'function') return show1(value.toJSON(), depth);
      if (isArray(value)) return list(value.length, (i) => value[i], depth);
      return record(keys(value), (name) => value[name], depth);
    }

    function show1(value, depth) {
      if (value === null) return spend('null');
      switch (typeof value) {
        case 'string':
          return text(value);
        case 'number':
          return spend(isFinite(value) ? '' + value : 'null');
        case 'boolean':
          return spend(value ? 'true' : 'false');
        case 'bigint':
          return text('' + value);
        case 'object': {
          if (depth >= DEEP) return text('(nested too deeply to be shown)');
          for (let i = 0; i < depth; i += 1) if (above[i] === value) return text('(refers back to what it is part of)');
          above[depth] = value;
          const shown = ofObject(value, depth + 1);
          above[depth] = undefined;
          return shown;
        }
      }
      return undefined;
    }

    return show1(value, 0);
  }

  function attempt(read) {
    try {
      return read();
    } catch {
      return undefined;
    }
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
  return { start, settle, describe, peek, finish: (value) => show(value, 4000000, false) };
})`;
