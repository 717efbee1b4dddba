import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { ConfigError, InputError } from '../../runtime/value/errors.ts';

/** Characters of a token; Intercom's have some sixty. */
const MOST = 4096;

/** Where somebody is asked; the terminal of this process unless given. */
interface Terminal {
  readonly input?: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output?: NodeJS.WritableStream;
}

/** Asks for a secret on a terminal, where nothing of it is shown; throws {@link ConfigError} where there is no terminal. */
export async function askSecret(
  question: string,
  { input = process.stdin, output = process.stderr }: Terminal = {},
): Promise<string> {
  if (!input.isTTY)
    throw new ConfigError(
      'There is no terminal to ask for the token on.',
      'Pipe it in: intercom-mcp login --with-token < token.txt',
    );
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input, output: silent, terminal: true });
  const cancelled = new AbortController();
  lines.once('SIGINT', () => cancelled.abort());
  output.write(question);
  try {
    return await lines.question('', { signal: cancelled.signal });
  } finally {
    lines.close();
    output.write('\n');
  }
}

/** The secret that is piped in, without the line break at its end; throws {@link InputError} for what cannot be one. */
export async function readPipedSecret(input: NodeJS.ReadableStream = process.stdin): Promise<string> {
  const secret = (await text(input)).replace(/^\uFEFF/, '').trim();
  if (secret !== '' && secret.length <= MOST && !/\s/.test(secret)) return secret;
  throw new InputError(
    [{ argument: '--with-token', message: 'standard input has to be the token alone, in one line' }],
    'For example: intercom-mcp login --with-token < token.txt',
  );
}
