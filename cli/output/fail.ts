import { DiagnosticError } from '../../generator/diagnostics.ts';
import manifest from '../../package.json' with { type: 'json' };
import { ToolkitError } from '../../runtime/value/errors.ts';
import { paint } from './paint.ts';

interface Problem {
  readonly code: string;
  readonly message: string;
  readonly pointer?: string;
  readonly help: string;
}

/** Prints why a command failed, on standard error, and sets the exit code to 1. A bug is thrown on, with its stack. */
export function fail(error: unknown): void {
  const problems = problemsOf(error);
  if (problems === undefined) throw error;
  for (const { code, message, pointer, help } of problems) {
    console.error(`${paint(process.stderr, 'red', code)}  ${message}${pointer ? `\n  at ${pointer}` : ''}`);
    console.error(paint(process.stderr, 'dim', `  ${help}`));
  }
  process.exitCode = 1;
}

const { peerDependencies } = manifest;

function problemsOf(error: unknown): readonly Problem[] | undefined {
  if (error instanceof DiagnosticError) return error.diagnostics;
  if (error instanceof ToolkitError) return [error];
  const missing = missingPackage(error);
  if (missing === undefined) return undefined;
  const all = Object.entries(peerDependencies).map(([name, version]) => `${name}@${version}`);
  return [
    {
      code: 'PACKAGE_MISSING',
      message: `${missing} is not installed; the generator needs packages that the tools themselves do not.`,
      help: `npm install --save-dev ${all.join(' ')}`,
    },
  ];
}

/** The package of the generator that Node could not find, if that is what went wrong. */
function missingPackage(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || error.code !== 'ERR_MODULE_NOT_FOUND') return undefined;
  const name = /Cannot find package '([^']+)'/.exec(error.message)?.[1];
  return name !== undefined && Object.hasOwn(peerDependencies, name) ? name : undefined;
}
