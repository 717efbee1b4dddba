import { readFile } from 'node:fs/promises';
import { parseEnv } from 'node:util';
import { ConfigError } from '../../runtime/value/errors.ts';
import { systemCode } from '../files/system-code.ts';

/** An environment with the variables of a file, where one is named: those that are set already go before them. Throws {@link ConfigError} where it cannot be read. */
export async function readEnvironment(
  file: string | undefined,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<NodeJS.ProcessEnv> {
  if (file === undefined) return environment;
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new ConfigError(
      `${file} cannot be read (${systemCode(cause)}).`,
      'Name a file of lines such as NAME=value with --variables.',
      { cause },
    );
  });
  return { ...parseEnv(text), ...environment };
}
