import { ConfigError } from '../runtime/value/errors.ts';
import { packageVersion } from '../runtime/value/package-version.ts';

const PACKAGE = 'intercom-mcp-generator';

/**
 * The generator, which is a package of its own so that nobody who only calls tools installs a compiler. Throws
 * {@link ConfigError} where it is not installed, or in another version than this one.
 */
export async function loadGenerator(): Promise<typeof import('../generator/index.ts')> {
  const help = `npm install --save-dev ${PACKAGE}@${packageVersion}`;
  // The build writes the package's name in place of the path.
  const generator = await import('../generator/index.ts').catch((cause: unknown) => {
    if (!isMissing(cause)) throw cause;
    throw new ConfigError(`${PACKAGE} is not installed, which this command needs and the tools do not.`, help, {
      cause,
    });
  });
  const { generatorVersion } = generator;
  if (generatorVersion === packageVersion) return generator;
  throw new ConfigError(`${PACKAGE} ${generatorVersion} does not fit version ${packageVersion} of the toolkit.`, help);
}

function isMissing(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    error.code === 'ERR_MODULE_NOT_FOUND' &&
    error.message.includes(`package '${PACKAGE}'`)
  );
}
