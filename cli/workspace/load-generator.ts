import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ConfigError } from '../../runtime/value/errors.ts';
import { packageVersion } from '../../runtime/value/package-version.ts';

type Generator = typeof import('../../generator/index.ts');

const PACKAGE = 'intercom-mcp-generator';

/**
 * The generator, which is a package of its own so that nobody who only calls tools installs a compiler: the one beside
 * the toolkit, or of the project in the working directory where the toolkit is installed elsewhere. Throws
 * {@link ConfigError} where there is none, or in another version than the toolkit's.
 */
export async function loadGenerator(): Promise<Generator> {
  const help = `npm install --save-dev ${PACKAGE}@${packageVersion}`;
  // The build writes the package's name in place of the path.
  const generator = await import('../../generator/index.ts').catch(async (cause: unknown) => {
    if (!isMissing(cause)) throw cause;
    const path = inWorkingDirectory();
    if (path !== undefined) return await fromFile(path);
    throw new ConfigError(`${PACKAGE} is not installed; this command needs it, and the tools do not.`, help, { cause });
  });
  const { generatorVersion } = generator;
  if (generatorVersion === packageVersion) return generator;
  throw new ConfigError(`${PACKAGE} ${generatorVersion} does not fit version ${packageVersion} of the toolkit.`, help);
}

function inWorkingDirectory(): string | undefined {
  try {
    return createRequire(join(process.cwd(), 'package.json')).resolve(PACKAGE);
  } catch {
    return undefined;
  }
}

async function fromFile(path: string): Promise<Generator> {
  return await import(pathToFileURL(path).href);
}

function isMissing(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    error.code === 'ERR_MODULE_NOT_FOUND' &&
    error.message.includes(`package '${PACKAGE}'`)
  );
}
