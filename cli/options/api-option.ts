import { InvalidArgumentError, Option } from '@commander-js/extra-typings';

/** `--api`: the tools of another API. */
export function apiOption() {
  return new Option(
    '--api <folder|package>',
    "another API's tools: the folder that intercom-mcp generate wrote, or a package with one; Intercom's unless given",
  );
}

/** `--base-url`: where another API is. */
export function baseUrlOption() {
  return new Option('--base-url <address>', 'with --api: where the API is, in place of what its description says');
}

/** `--variables`: where the variables of another API are. */
export function variablesOption() {
  return new Option(
    '--variables <file>',
    'with --api: a file of its variables, such as .env; those that are set go before them',
  );
}

/** `--api` of a command that has to do with Intercom alone: it says what is done instead. */
export function noApiOption(instead: string) {
  return new Option('--api <folder|package>').hideHelp().argParser((): never => {
    throw new InvalidArgumentError(instead);
  });
}

/** What is done in place of logging in. */
export const NO_LOGIN =
  'Another API has no login here: its credentials stand in environment variables, which intercom-mcp doctor --api names.';

/** What is done in place of a sample workspace. */
export const NO_SANDBOX =
  'There is a sample workspace of Intercom alone: call --dry-run shows requests of another API and sends nothing.';

/** What is done in place of starting all at once. */
export const NO_START = 'Another API is served by intercom-mcp serve --api, with --http on this machine.';
