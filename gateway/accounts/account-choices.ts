import type { AddressVariable, HostedApi } from '../../runtime/hosting/hosted-api.ts';
import { didYouMean } from '../../runtime/value/nearest.ts';
import { Problem } from '../problem/problem.ts';

/** What an account's address has in place of variables, by their names. */
export type Variables = Readonly<Record<string, string>>;

/** A region of an API, its only one where none is named; throws a {@link Problem} for one that the gateway does not have. */
export function chooseRegion({ addresses }: Pick<HostedApi, 'addresses'>, region: string | undefined): string {
  const regions = Object.keys(addresses);
  const [only] = regions;
  if (region === undefined && only !== undefined && regions.length === 1) return only;
  if (region !== undefined && Object.hasOwn(addresses, region)) return region;
  throw new Problem(
    { status: 400, code: region === undefined ? 'invalid_input' : 'unknown_region', field: 'region' },
    region === undefined
      ? 'region: it is missing, and there are several.'
      : `There is no region ${JSON.stringify(region.slice(0, 100))} here.`,
    `Use one of ${regions.join(', ')}.`,
  );
}

/** The base URL of a region; throws a {@link Problem} for one that the gateway does not have. */
export function addressOf(api: Pick<HostedApi, 'addresses'>, region: string): string {
  return api.addresses[chooseRegion(api, region)] ?? '';
}

/** A version that an account may ask for, the API's usual one where none is named; throws a {@link Problem} for another. */
export function chooseVersion(
  { apiVersions, defaultVersion, name }: Pick<HostedApi, 'apiVersions' | 'defaultVersion' | 'name'>,
  version: string | undefined,
): string {
  if (version === undefined) return defaultVersion;
  if (apiVersions.includes(version)) return version;
  throw new Problem(
    { status: 400, code: 'invalid_input', field: 'api_version' },
    `api_version: ${name} has no version ${JSON.stringify(version.slice(0, 64))} here.${didYouMean(version, apiVersions)}`,
    `Use one of ${apiVersions.toReversed().join(', ')}.`,
  );
}

/** One label of a domain, or a part of a path: never another host. */
const PLAIN = /^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9])?$/;

/** What stands for the variables of an API's address; throws a {@link Problem} for one that is unknown, missing or leads elsewhere. */
export function chooseVariables({ variables: known = [] }: HostedApi, given: Variables = {}): Variables {
  const names = known.map(({ name }) => name);
  const unknown = Object.keys(given).find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw refusal(
      unknown,
      'there is no such variable.',
      names.length === 0 ? 'Leave it out.' : `There are ${names.join(', ')}.`,
    );
  return Object.fromEntries(
    known.flatMap((variable) => {
      const value = chosen(variable, Object.hasOwn(given, variable.name) ? given[variable.name] : undefined);
      return value === undefined ? [] : [[variable.name, value]];
    }),
  );
}

function chosen({ name, default: usual, values }: AddressVariable, value: string | undefined): string | undefined {
  if (value === undefined) {
    if (usual === undefined) throw refusal(name, 'it is missing.', 'Give it: the address of the account has it.');
    return undefined;
  }
  if (values === undefined ? PLAIN.test(value) : values.includes(value)) return value;
  throw refusal(
    name,
    'it cannot stand in the address.',
    values === undefined ? 'Use letters, digits and hyphens.' : `Use one of ${values.join(', ')}.`,
  );
}

function refusal(name: string, message: string, help: string): Problem {
  const shown = name.slice(0, 64);
  return new Problem(
    { status: 400, code: 'invalid_input', field: `variables.${shown}` },
    `variables.${shown}: ${message}`,
    help,
  );
}
