import { afterAll, describe, expect, test } from 'vitest';
import { createInProcessBox } from '../../../../runtime/code/box/in-process-box.ts';
import { createWorkerBox } from '../../../../runtime/code/box/worker-box.ts';
import { runIn, wasm } from './support/run-program.ts';

const box = createWorkerBox({ wasm });
afterAll(() => box.close());

const fence = '`'.repeat(3);

describe('what a program may look like', () => {
  test.each([
    'return 5',
    '  \n\n return 5',
    '"use strict";\nreturn 5',
    'const a = 5\nreturn a // done',
    'let total = 0;\nfor (const x of [2, 3]) total += x;\nreturn total;',
    `${fence}\nreturn 5\n${fence}`,
    `${fence}typescript\nconst x: number = 5;\nreturn x;\n${fence}\n`,
    `\n${fence}js\nreturn 5`,
    '\uFEFFreturn 5',
    'async () => 5',
    'async () => 5;',
    'async () => ({ five: 5 }).five',
    'async () => { return 5 }',
    'async () => { return 5 } // done',
    '() => { const f = () => { return 5 };\n  return f();\n}',
    'async function () { return 5 }',
    'async function main() {\n return 5\n}',
    '// what it does\nasync () => { return 5 }',
    '/* what it does */ async function main() { return 5 }\nmain()',
    '(async () => { return 5 })',
    '(async () => { return 5 })();',
    '(async function () { return 5 }());',
    '(async function main() { return 5 })().catch(console.error);',
    'return (async () => {\n const q = 5;\n return q;\n})();',
    'await (async () => { return 5 })()',
    'async function main() {\n return 5\n}\nmain()',
    'async function main() {\n return 5\n}\nawait main();',
    'async function main() {\n return 5\n}\nreturn await main();',
    'async function main(n = 5) {\n return n\n}\nmain();',
    'async function main() {\n return 5;\n}\n\nmain().then((r) => r).catch((e) => { throw e });',
    'const main = async () => {\n return 5\n}\nmain();',
    'const main = async function () { return 5 };\nawait main()',
    'const run = async (n) => n;\nrun(5)',
    'async function a() { return 1 }\nasync function b() { return await a() + 4 }\nb()',
    'function down(n) { return n === 0 ? 5 : down(n - 1) }\nreturn down(3)',
    'async function f(x = 5) { return x }',
    'async (x = 5) => { return x }',
    '(async (x = 5) => { return x })()',
    'export default async () => 5;',
    'export default async function main() { return 5 }',
    'export default async function main({ world }: { world: any }): Promise<number> { return 5 as number }',
    'async ({ world }) => { return typeof world === "undefined" ? 5 : 6 }',
    'interface A { b: number }\ntype C = A | null;\nenum D { E = 5 }\nconst c = { b: D.E } satisfies A as C;\nreturn c!.b',
    'import type { X } from "x";\nconst x: X = 5;\nreturn x',
    'function id<T>(x: T): T { return x }\nreturn id<number>(5)',
    'function a() {} function a() { return 5 }\nreturn a()',
    'const text = "}); })(); evil"; return 5',
    'return /[})]/.test("}") ? 5 : 6',
    'return `$' + '{(() => { return 5 })()}` * 1',
    'const \\u0061 = 5; return a',
    'return eval("2 + 3")',
    'return new Function("a", "return a + 4")(1)',
    'return await new (async () => {}).constructor("return 5")()',
    'label: for (;;) { break label }\nreturn 5',
    'return 5\n//# sourceURL=host.js',
    'return 5 <!-- a comment of old',
  ])('%s', async (source) => {
    const { outcome, value } = await runIn(box, source);
    expect(outcome).toMatchObject({ failure: undefined });
    expect(value).toBe(5);
  });
});

describe('what is no program', () => {
  test.each<[string, string, { line?: number; column?: number; message?: unknown }]>([
    ['nothing', ' \n ', { message: 'The program is empty.' }],
    ['a mistake', 'const a = 1;\nconst b = ;\nreturn a', { line: 2, column: 11 }],
    ['a mistake in a function', 'async () => {\n  const b = ;\n}', { line: 2 }],
    ['a mistake behind a fence', `${fence}ts\nconst a = ;\n${fence}`, { line: 2 }],
    ['a mistake behind types', 'const a: number = 1;\nconst b: string = call(;\nreturn a', { line: 2 }],
    ['one that only the engine sees behind types', 'const a: number = 1;\nconst a: string = "";', { line: 2 }],
    ['the end of what is around it', '})(); evil(); (async () => {', { line: 1 }],
    ['the end of an arrow function', '}, function () {', {}],
    ['the end of a method', '} [a] = function () {', {}],
    ['the end of a method and a method', '} async other() {', {}],
    ['the end of both', '}}); ({ a() { b() {', {}],
    ['a comment that does not end', 'return 5 /* and', {}],
    ['text that does not end', 'return `5', {}],
    [
      'an import',
      'const a = 1;\nimport fs from "node:fs";\nreturn fs',
      { line: 2, message: expect.stringContaining('imports nothing') },
    ],
    ['words', 'Sure! Here is the program:', {}],
    ['with', 'with (Math) { return abs(1) }', {}],
    ['too much text', `return "${'x'.repeat(100_001)}"`, { message: expect.stringContaining('100000') }],
  ])('%s', async (_, source, fault) => {
    const { outcome } = await runIn(box, source);
    expect(outcome).toMatchObject({ failure: 'syntax', name: 'SyntaxError', ...fault });
  });

  test.each(['(', '(a,', 'a=>', 'x?', 'a<', 'let x: {a:', '/*', ' ', 'const ', '```', '\nmain('])(
    'text that repeats %j is read within the limits',
    async (part) => {
      const { outcome } = await runIn(box, part.repeat(Math.floor(99_000 / part.length)));
      expect(['syntax', 'thrown', undefined]).toContain(outcome.failure);
      expect((await runIn(box, 'return 1')).value).toBe(1);
    },
  );
});

test.each(['(', 'a=>'])('text that repeats %j ends no host without threads', async (part) => {
  const inProcess = createInProcessBox({ wasm });
  const { outcome } = await runIn(inProcess, part.repeat(Math.floor(99_000 / part.length)));
  expect(outcome).toMatchObject({ failure: 'syntax' });
  expect((await runIn(inProcess, 'return 1')).value).toBe(1);
});

describe('where a program failed', () => {
  test.each([
    ['a line of its own', 'const a = 1;\n\nnull.b', 3],
    ['behind a fence', `${fence}js\nconst a = 1;\nnull.b\n${fence}`, 3],
    ['behind types', 'interface A {\n  b: number;\n}\nconst a: A | null = null;\na!.b', 5],
    ['inside of a function', 'async () => {\n  const a = 1;\n  null.b;\n}', 3],
    ['behind a comment', '/* a\n b */\nasync function main() {\n  null.b;\n}\nmain();', 4],
  ])('%s', async (_, source, line) => {
    const { outcome } = await runIn(box, source);
    expect(outcome).toMatchObject({ failure: 'thrown', name: 'TypeError', line });
  });

  test.each([
    ['const a = 1, b = [1]; let { c, d: e } = { c: 2, d: 3 }; const [f] = [4]; throw 1', ['a', 'c', 'e', 'f']],
    ['async () => { const found = [1]; throw 1 }', ['found']],
    ['async function main() { const found = [1]; throw 1 }\nmain()', ['found']],
    ['const n: number = 1; throw n', ['n']],
    ['const g = () => 1; const p = Promise.resolve(); class C {} throw 1', ['p']],
    ['throw 1; const later = 1', []],
    ['if (true) { const inner = 1 } throw 1', []],
  ])('variables of %j', async (source, names) => {
    const { outcome } = await runIn(box, source);
    expect(Object.keys(outcome.failure === undefined ? {} : outcome.variables)).toEqual(names);
  });
});
