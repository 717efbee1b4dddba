import ts from 'typescript';
import { expect, test } from 'vitest';
import { files } from './support/house.ts';

const tests = [...files.values()].filter(({ path }) => path.startsWith('test/'));

/** Names that are called or read off `test`, `it`, `describe` and the context of a test, such as `skipIf`. */
function waysOf(path: string, text: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) {
      let base: ts.Expression = node.expression;
      while (ts.isPropertyAccessExpression(base) || ts.isCallExpression(base)) base = base.expression;
      if (ts.isIdentifier(base) && ['test', 'it', 'describe', 'context', 'ctx'].includes(base.text))
        found.push(node.name.text);
    }
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) found.push(`${node.expression.text}()`);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest));
  return found;
}

const ways = new Map(tests.map(({ path, text }) => [path, waysOf(path, text)]));
function using(...names: string[]): string[] {
  return [...ways].filter(([, found]) => found.some((name) => names.includes(name))).map(([path]) => path);
}

test('no test is left out for good, or run alone', () => {
  expect(using('skip', 'only', 'todo', 'fails', 'fit()', 'fdescribe()', 'xit()', 'xtest()', 'xdescribe()')).toEqual([]);
});

test('a test that needs what may be missing says so when it is skipped', () => {
  const conditional = using('skipIf', 'runIf');
  expect(conditional.length).toBeGreaterThan(10);
  const says = (entry: string): boolean => {
    const seen = new Set([entry]);
    for (const path of seen) {
      if (files.get(path)?.text.match(/console\.warn\(\s*['"`]SKIPPED:/)) return true;
      for (const { target } of files.get(path)?.imports ?? []) if (target.startsWith('test/')) seen.add(target);
    }
    return false;
  };
  expect(conditional.filter((path) => !says(path))).toEqual([]);
});

test('tests say `test`', () => {
  // Nothing is global: whoever says `it` has imported it.
  const saying = tests.filter(({ text }) => /^import \{[^}]*\bit\b[^}]*\} from 'vitest';/m.test(text));
  expect(saying.map(({ path }) => path)).toEqual([]);
});
