import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const commandLine = fileURLToPath(new URL('../../../cli/main.ts', import.meta.url));

/** A `PATH` whose `npx -y intercom-mcp-toolkit` starts this checkout instead of asking a registry; any other call of it fails. */
export async function npxOnPath(): Promise<AsyncDisposable & { readonly PATH: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'npx-'));
  const script = `#!/bin/sh
[ "$1 $2" = '-y intercom-mcp-toolkit' ] || { echo "npx $*: not known here" >&2; exit 1; }
shift 2
exec '${process.execPath}' '${commandLine}' "$@"
`;
  await writeFile(join(folder, 'npx'), script);
  await chmod(join(folder, 'npx'), 0o755);
  return {
    PATH: [folder, process.env.PATH].join(delimiter),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  };
}
