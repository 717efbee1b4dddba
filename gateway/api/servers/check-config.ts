import type { CatalogIdentity } from '../../../runtime/catalog/catalog-identity.ts';
import { checkPrefix } from '../../../runtime/mcp/prefix.ts';
import { InputError } from '../../../runtime/value/errors.ts';
import { Problem, toProblem } from '../../problem/problem.ts';
import type { ServedApi } from '../../servers/served-api.ts';
import { type ServerConfig, serverConfig, toolsOf } from '../../servers/server-config.ts';
import type { ConfigChanges } from './schemas.ts';

/** Throws a {@link Problem} for a configuration that names what these tools have not, or keeps none of them. */
export function checkConfig(config: ServerConfig, { catalog }: Pick<ServedApi, 'catalog'>): ServerConfig {
  try {
    const tools = toolsOf(config, catalog);
    if (config.prefix !== undefined)
      checkPrefix(
        config.prefix,
        tools.map(({ name }) => name),
      );
    return config;
  } catch (error) {
    throw error instanceof InputError ? toProblem(error, 'config') : error;
  }
}

/** Throws a {@link Problem} for a checked configuration that expects other tools than it has. */
export function checkExpected({ expected_catalog: expected }: ServerConfig, { digest }: CatalogIdentity): void {
  if (expected === undefined || digest.startsWith(expected)) return;
  throw new Problem(
    { status: 400, code: 'invalid_input', field: 'config.expected_catalog' },
    `expected_catalog: these tools have another digest, ${digest}.`,
    'Expect this one once you have looked at what changed, or null for any.',
  );
}

/** A stored configuration after changes: null brings a key back to its default. */
export function changeConfig(stored: ServerConfig, changes: ConfigChanges): ServerConfig {
  const merged = Object.entries({ ...stored, ...changes }).filter(([, value]) => value !== null);
  return serverConfig.parse(Object.fromEntries(merged));
}
