import type { Escape, Expected } from './escape.ts';

/** Names of a host, none of which a realm has. */
const HOSTS =
  '["process", "require", "module", "fetch", "WebAssembly", "Deno", "Bun", "Buffer", "setTimeout", "setInterval", "XMLHttpRequest", "WebSocket", "Worker", "SharedArrayBuffer", "Atomics", "performance", "WeakRef", "importScripts", "self", "window", "global", "std", "os", "bjson", "print", "scriptArgs", "load"]';

/** The names of a host that a global object has. */
function hostsOf(globals: string): string {
  return `const g = ${globals}; return ${HOSTS}.filter((name) => g[name] !== undefined)`;
}

const nothing: Expected = { value: [] };

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
