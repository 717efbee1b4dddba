import type { Connection } from '../profile/connection.ts';
import type { Requirements, Security, SecurityScheme } from '../profile/security.ts';
import { ConfigError } from '../value/errors.ts';

/** The error about a call or a client whose credentials are not all set: it names what to set, by alternative. */
export function missingCredential(
  { schemes }: Security,
  requirements: Requirements,
  {
    name,
    environment,
    isSet,
    tool,
  }: { name: string; environment: Connection['environment']; isSet: (scheme: string) => boolean; tool?: string },
): ConfigError {
  const { token } = environment ?? {};
  const isPartly = requirements.some((names) => names.some(isSet));
  const ways = requirements
    .filter((names) => names.length > 0)
    .map((names) => {
      const wanted = names.filter((key) => !isSet(key));
      return listed(wanted.map((key) => settingOf(key, Object.hasOwn(schemes, key) ? schemes[key] : undefined, token)));
    });
  const whose = tool === undefined ? name : `${tool} of ${name}`;
  return new ConfigError(
    isPartly
      ? `${whose} needs more credentials than are set.`
      : `No credential of ${name} is set${tool === undefined ? '' : `, and ${tool} needs one`}.`,
    `Set ${[...new Set(ways)].join(', or ')}.`,
  );
}

/** What to set for a scheme: its variables, or the option of the client. */
function settingOf(key: string, scheme: SecurityScheme | undefined, shared: string | undefined): string {
  switch (scheme?.type) {
    case 'bearer':
      return shared ?? scheme.environment?.token ?? optionOf(key);
    case 'apiKey':
      return scheme.environment?.key ?? optionOf(key);
    case 'basic':
      return variables([scheme.environment?.username, scheme.environment?.password]) ?? optionOf(key);
    case 'clientCredentials':
      return variables([scheme.environment?.clientId, scheme.environment?.clientSecret]) ?? optionOf(key);
    case undefined:
      return optionOf(key);
    default:
      return scheme satisfies never;
  }
}

function optionOf(key: string): string {
  return `the option auth.${key}`;
}

function variables(names: readonly (string | undefined)[]): string | undefined {
  const known = names.filter((name) => name !== undefined);
  return known.length === names.length ? listed(known) : undefined;
}

function listed(names: readonly string[]): string {
  return [...new Set(names)].join(' and ');
}
