import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Ran, runProgram } from '../support/run-program.ts';

const modules = fileURLToPath(new URL('../../node_modules/', import.meta.url));

/** Compiles a project by its `tsconfig.json`, errors or not: with the compiler and the types of Node of this checkout. */
export function compileProject(project: string, ...options: readonly string[]): Promise<Ran> {
  const compiler = join(modules, 'typescript/bin/tsc');
  const types = ['--typeRoots', join(modules, '@types'), '--types', 'node'];
  return runProgram({ args: [compiler, '-p', project, '--pretty', 'false', ...types, ...options], cwd: project });
}
