import { isIP } from 'node:net';
import { type CommandUnknownOpts, InvalidArgumentError, Option } from '@commander-js/extra-typings';
import { ConfigError } from '../../runtime/value/errors.ts';
import { refuseIdle } from './idle-options.ts';
import { parseList } from './value-parsers.ts';

/** The environment's place for the token that clients have to send. */
const TOKEN_VARIABLE = 'INTERCOM_MCP_TOKEN';

/** Characters of a token that nobody guesses over a network. */
const SHORTEST = 16;

/** `--token`, or the environment: what clients have to send. */
export function tokenOption() {
  const option = new Option('--token <token>', 'with --http: clients have to send it as Authorization: Bearer');
  return option.env(TOKEN_VARIABLE);
}

/** `--insecure`: everybody who reaches the address is served. */
export function insecureOption() {
  const option = new Option('--insecure', 'with --http: serve whoever reaches --host, without a token');
  return option.conflicts('token');
}

/** `--allow-origin`, as often as needed: pages of other sites whose scripts may do this. */
export function originOption(what: string) {
  const option = new Option(
    '--allow-origin <origin>',
    `let pages of this origin ${what}, and read the answers; * is any`,
  );
  return option.argParser((value: string, before: readonly string[] = []) => [
    ...before,
    ...parseList(value).map(parseOrigin),
  ]);
}

function parseOrigin(text: string): string {
  const isOrigin = /^https?:[^*]*$/i.test(text) && URL.parse(text)?.origin === text.toLowerCase();
  if (isOrigin || text === ANY_ORIGIN) return text;
  throw new InvalidArgumentError('An origin is a scheme and a host, such as https://app.example.com.');
}

const ANY_ORIGIN = '*';

/** What says how the tools are served over HTTP. */
export interface HttpFlags {
  readonly host: string;
  readonly token?: string | undefined;
  readonly insecure?: true | undefined;
  readonly allowHost?: readonly string[] | undefined;
  readonly allowOrigin?: readonly string[] | undefined;
}

/** Throws {@link ConfigError} where the command line speaks of HTTP and the tools are served on stdin and stdout. */
export function refuseHttpOptions(command: CommandUnknownOpts, flags: HttpFlags): void {
  refuseIdle(command, flags, ['host', 'allowHost', 'allowOrigin', 'token', 'insecure'], {
    because: 'without --http the tools are served on standard input and output',
    help: 'Add --http, or leave them out.',
  });
}

/** What a person should be warned of; throws {@link ConfigError} where strangers could use the tools and nobody said that they may. */
export function checkHttpOptions({ host, token, insecure, allowOrigin = [] }: HttpFlags): string | undefined {
  if (allowOrigin.includes(ANY_ORIGIN) && token === undefined)
    throw new ConfigError(
      '--allow-origin * without a token would let every page that you open use every tool.',
      `Name the origins, or ask for a token: --token, or better ${TOKEN_VARIABLE}.`,
    );
  if (isLoopback(host)) return undefined;
  if (token === undefined && insecure !== true) {
    throw new ConfigError(
      `--host ${host || '""'} is an address that others than this machine reach, and whoever reaches it could use every tool.`,
      `Ask for a token: --token, or better ${TOKEN_VARIABLE}, with the output of "openssl rand -base64 32". --insecure serves anybody.`,
    );
  }
  if (token === undefined) return `whoever reaches ${host} can use these tools: no token is asked for (--insecure)`;
  return token.length < SHORTEST ? `a token of fewer than ${SHORTEST} characters can be guessed` : undefined;
}

/** Addresses that only this machine reaches; a name could lead anywhere, but for `localhost`. */
function isLoopback(host: string): boolean {
  if (isIP(host) === 4) return host.startsWith('127.');
  return host === 'localhost' || host === '::1';
}
