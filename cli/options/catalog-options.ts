import { InvalidArgumentError, Option } from '@commander-js/extra-typings';
import { type CatalogPin, readPin } from '../../runtime/catalog/catalog-pin.ts';
import { ConfigError, ToolkitError } from '../../runtime/value/errors.ts';

/** `--expect-catalog`: the tools that a model may be told of. */
export function expectCatalogOption() {
  return new Option(
    '--expect-catalog <digest>',
    'serve these tools alone: the digest that intercom-mcp tools --digest prints, or at least its first 12 digits',
  ).argParser(parsePin);
}

/** `--on-catalog-change`: what becomes of a server whose tools are others. */
export function onCatalogChangeOption() {
  return new Option('--on-catalog-change <what>', 'with --expect-catalog: do not start, or start and say so')
    .choices(['refuse', 'warn'] as const)
    .default('refuse' as const);
}

function parsePin(text: string): string {
  try {
    return readPin(text);
  } catch (error) {
    if (error instanceof ConfigError)
      throw new InvalidArgumentError(
        'A digest is sha256- and 64 hexadecimal digits, or at least the first 12 of them.',
      );
    throw error;
  }
}

/** The options as a server takes them: a change is an error that names them, or a warning. */
export function catalogPin({
  expectCatalog,
  onCatalogChange,
}: {
  readonly expectCatalog?: string | undefined;
  readonly onCatalogChange: 'refuse' | 'warn';
}): CatalogPin {
  return {
    expectCatalog,
    onCatalogChange: ({ code, message, catalog }) => {
      const help = `See what changed: \`intercom-mcp tools --json\` prints the definitions, in this version and in the last one. To accept it: --expect-catalog ${catalog.digest}`;
      if (onCatalogChange === 'refuse') throw new ToolkitError(code, message, help);
      console.error(`intercom-mcp: warning: ${message} ${help}`);
    },
  };
}
