import type { Security } from '../profile/security.ts';
import { ConfigError } from '../value/errors.ts';

/**
 * The schemes that a lone token stands for: those of the first alternative that one text satisfies, and with a scheme that takes
 * an access token all that do. Throws {@link ConfigError} where no single text will do.
 */
export function schemeOfToken({ schemes, requirements }: Security, name: string): readonly string[] {
  const all = Object.keys(schemes);
  const takeTokens = all.filter((key) => {
    const type = Object.hasOwn(schemes, key) ? schemes[key]?.type : undefined;
    return type === 'bearer' || type === 'clientCredentials';
  });
  const isOne = (names: readonly string[]): boolean =>
    names.length === 1 || (names.length > 1 && names.every((key) => takeTokens.includes(key)));
  const chosen = requirements.find(isOne) ?? [all, takeTokens].find(isOne);
  if (chosen === undefined) {
    const example = (requirements[0] ?? all).map((key) => `${JSON.stringify(key)}: …`).join(', ');
    throw new ConfigError(
      `${name} takes more than one credential, and token does not say which one it is.`,
      `Give them by name: auth: { ${example} }.`,
    );
  }
  return chosen.some((key) => takeTokens.includes(key)) ? [...new Set([...chosen, ...takeTokens])] : chosen;
}
