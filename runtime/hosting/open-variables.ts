import type { Connection } from '../profile/connection.ts';
import type { AddressVariable } from './hosted-api.ts';

/**
 * The variables of addresses that each account may set: those with a list of values, and those that cannot lead to another host or
 * port whatever one label of a domain stands there. The rest is the operator's.
 */
export function openVariables(
  addresses: Readonly<Record<string, string>>,
  variables: Connection['variables'] = {},
): AddressVariable[] {
  const all = Object.values(addresses);
  return Object.entries(variables).flatMap(([name, { default: usual, enum: values }]) => {
    const used = all.filter((address) => address.includes(`{${name}}`));
    if (used.length === 0 || (values === undefined && !used.every((address) => isWithin(address, name)))) return [];
    return [{ name, ...(usual !== undefined && { default: usual }), ...(values && { values }) }];
  });
}

/** Whether a variable stands in the path of an address, or before a domain of the API's own that ends the host. */
function isWithin(address: string, name: string): boolean {
  const [, scheme = '', host = ''] = /^([^/]*)\/\/([^/?#]*)/.exec(address) ?? [];
  const variable = `{${name}}`;
  if (scheme.includes(variable)) return false;
  return !host.includes(variable) || /\}[\w-]*(?:\.[a-z\d-]+){2,}(?::\d+)?$/i.test(host);
}
