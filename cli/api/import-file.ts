import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ConfigError } from '../../runtime/value/errors.ts';
import { packageVersion } from '../../runtime/value/package-version.ts';
import { isAmongPackages } from './find-api.ts';
import { lendOwnModules } from './lend-own-modules.ts';

/** Imports a file of an API; throws {@link ConfigError} with what to do where it cannot be loaded. */
export async function importFile(file: string): Promise<unknown> {
  return await importing(file, () => import(pathToFileURL(file).href));
}

/** Loads a module of the API that a file belongs to; throws as {@link importFile} does. */
export async function importing<Module>(file: string, load: () => Promise<Module>): Promise<Module> {
  lendOwnModules();
  try {
    return await load();
  } catch (cause) {
    throw new ConfigError(`${file} cannot be loaded: ${reasonOf(cause)}`, helpFor(cause, file), { cause });
  }
}

function reasonOf(cause: unknown): string {
  const [line = ''] = (cause instanceof Error ? cause.message : String(cause)).split('\n');
  return line.endsWith('.') ? line : `${line}.`;
}

function helpFor(cause: unknown, file: string): string {
  switch (codeOf(cause)) {
    case 'ERR_UNSUPPORTED_NODE_MODULES_TYPE_STRIPPING':
      return 'Node takes the types out of no file of a package: have the package export compiled JavaScript, or name a folder of the project.';
    case 'ERR_UNKNOWN_FILE_EXTENSION':
    case 'ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX':
      return 'Node takes types out of files, and compiles nothing else: compile the folder, and name that of the JavaScript.';
    case 'ERR_MODULE_NOT_FOUND':
      return `Run npm install in the project of ${dirname(file)}; generated tools need intercom-mcp-toolkit@${packageVersion} there.`;
    default:
      return isAmongPackages(file)
        ? 'Install the package anew, in a version that fits this one of the toolkit.'
        : 'Generate the folder again: intercom-mcp generate.';
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
