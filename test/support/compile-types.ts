import ts from 'typescript';
import type { AnswerTypes } from '../../runtime/catalog/answer-types.ts';

/** What declarations may use of the language, instead of its whole library, which takes a second to read. */
const LIBRARY = `interface Array<T> { [n: number]: T } interface ReadonlyArray<T> {} interface Boolean {} interface Function {}
interface CallableFunction {} interface NewableFunction {} interface IArguments {} interface Number {} interface Object {}
interface RegExp {} interface String {} interface Promise<T> {} interface AsyncIterable<T, R = unknown, N = unknown> {} interface Error {}
interface PromiseLike<T> { then(resolve: (value: T) => unknown): unknown } declare var Error: { new (message?: string): Error };
type Record<K extends string | number | symbol, T> = { [P in K]: T };
`;

/** What the compiler has against a text of declarations, in its own words with the line they are about; programs need its library. */
export function complaints(declarations: string, { hasLibrary = false } = {}): string[] {
  const name = '/types.ts';
  const text = hasLibrary ? declarations : `${LIBRARY}${declarations}`;
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    noLib: !hasLibrary,
    types: [],
    target: ts.ScriptTarget.ES2023,
  };
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.ES2023, true);
  const host = ts.createCompilerHost(options);
  const program = ts.createProgram([name], options, {
    ...host,
    fileExists: (path) => path === name || host.fileExists(path),
    readFile: (path) => (path === name ? text : host.readFile(path)),
    getSourceFile: (path, target) => (path === name ? source : host.getSourceFile(path, target)),
  });
  const lines = text.split('\n');
  return ts.getPreEmitDiagnostics(program).map(({ messageText, file, start }) => {
    const line = file && start !== undefined ? file.getLineAndCharacterOfPosition(start).line : 0;
    return `${ts.flattenDiagnosticMessageText(messageText, '\n')}: ${lines[line]?.slice(0, 200)}`;
  });
}

/** Types of answers as declarations. */
export function declared({ types, answers }: AnswerTypes): string {
  return [
    ...Object.entries(types).map(([name, text]) => `type ${name} = ${text};`),
    ...Object.entries(answers).map(([name, text]) => `declare function ${name}(): ${text};`),
  ].join('\n');
}
