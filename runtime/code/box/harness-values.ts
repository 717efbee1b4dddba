/**
 * The part of the harness that reads values of a program: it keeps every function of the language that it uses, since a program
 * may replace all of them, and reads nothing that could be replaced.
 */
export const harnessValues = `
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
  const isView = ArrayBuffer.isView, RealSet = Set, has = uncurry(Set.prototype.has), add = uncurry(Set.prototype.add);
  const then = uncurry(Promise.prototype.then);

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
          if (depth >= 64) return text('(nested too deeply to be shown)');
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

  /* A promise of a value whose own promises have been awaited, undefined where the first thousands of its parts hold none. */
  function gather(value) {
    const top = create(null), seen = new RealSet();
    let open = 0, visited = 0, finish, fail;
    top.value = value;
    const whole = new RealPromise((resolve, reject) => {
      finish = resolve;
      fail = reject;
    });

    function visit(holder, name, depth) {
      const item = holder[name];
      if (typeof item !== 'object' || item === null || depth > 5 || visited > 10000 || has(seen, item)) return;
      add(seen, item);
      visited += 1;
      const kind = kindOf(item);
      if (kind === 'promise') {
        open += 1;
        const isReal = attempt(() => {
          then(item, (result) => {
            attempt(() => (holder[name] = result));
            attempt(() => visit(holder, name, depth));
            open -= 1;
            if (open === 0) finish(top.value);
          }, fail);
          return true;
        });
        if (!isReal) open -= 1;
      } else if (kind === 'plain') {
        const names = keys(item);
        for (let i = 0; i < names.length; i += 1) visit(item, names[i], depth + 1);
      }
    }

    visit(top, 'value', 0);
    return open === 0 ? undefined : whole;
  }

  function attempt(read) {
    try {
      return read();
    } catch {
      return undefined;
    }
  }
`;
