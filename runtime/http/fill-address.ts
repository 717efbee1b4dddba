import type { AddressVariable } from '../profile/connection.ts';
import { ConfigError } from '../value/errors.ts';
import { didYouMean } from '../value/nearest.ts';
import type { Reached } from './whereabouts.ts';

/** An address with its `{variables}` as they are set, or as they are unless said otherwise; throws {@link ConfigError} for a value that cannot be. */
export function fillAddress(
  address: string,
  values: Readonly<Record<string, string>> = {},
  { name, connection: { variables = {} } }: Reached,
): string {
  return address.replace(/\{([^{}]*)\}/g, (_, key: string, at: number) => {
    const variable = Object.hasOwn(variables, key) ? variables[key] : undefined;
    const value = (Object.hasOwn(values, key) ? values[key] : undefined) ?? variable?.default;
    const setting = variable?.environment ?? `variables[${JSON.stringify(key)}]`;
    if (value === undefined) {
      throw new ConfigError(
        `The address of ${name} needs to know ${JSON.stringify(key)}.`,
        `Set ${setting}${ofAll(variable)}.`,
      );
    }
    if (variable?.enum && !variable.enum.includes(value)) {
      throw new ConfigError(
        `${JSON.stringify(key)} of the address of ${name} cannot be ${JSON.stringify(value)}.${didYouMean(value, variable.enum)}`,
        `Set ${setting}${ofAll(variable)}.`,
      );
    }
    if (Object.hasOwn(values, key) && !isPart(value, address.slice(0, at))) {
      throw new ConfigError(
        `${JSON.stringify(key)} of the address of ${name} holds characters that lead elsewhere.`,
        `Set ${setting} to that part of ${address} alone.`,
      );
    }
    return value;
  });
}

/** Whether a value stays within the part that it is set for; a variable that an address begins with may be any beginning. */
function isPart(value: string, before: string): boolean {
  if (before === '') return true;
  const isHost = /^[a-z{][^/]*:?\/\/[^/]*$/i.test(before);
  return isHost ? /^[\w.:-]*$/.test(value) : !/[?#\\\s]|(?:^|\/)\.\.?(?:\/|$)/.test(value);
}

/** Throws {@link ConfigError} for values of variables that no address has. */
export function checkVariables(
  values: Readonly<Record<string, string>> = {},
  { name, connection: { variables = {} } }: Reached,
): void {
  const names = Object.keys(variables);
  const unknown = Object.keys(values).find((key) => !names.includes(key));
  if (unknown === undefined) return;
  throw new ConfigError(
    `The addresses of ${name} have no variable ${JSON.stringify(unknown)}.${didYouMean(unknown, names)}`,
    names.length === 0 ? 'Leave out variables.' : `They have ${names.join(', ')}.`,
  );
}

function ofAll(variable: AddressVariable | undefined): string {
  return variable?.enum ? ` to one of ${variable.enum.join(', ')}` : '';
}
