import type { NoiseRules } from '../profile/answer-rules.ts';

/** True for a property that is left out unless it is selected by name. */
export function isNoise(
  key: string,
  value: unknown,
  { noise, inList }: { readonly noise: NoiseRules; readonly inList: boolean },
): boolean {
  if (noise.always.has(key) || noise.prefixes.some((prefix) => key.startsWith(prefix))) return true;
  if (inList && noise.inLists.has(key)) return true;
  if (noise.whenFalse.has(key)) return value === false;
  // The address of a sub-list in the API itself; pages for people have a host.
  return noise.repeats === true && key === 'url' && typeof value === 'string' && value.startsWith('/');
}

/** True for a `type` that repeats what the property or the tool is called. */
export function isRedundantType(type: unknown, names: { key: string | undefined; tool: string }): boolean {
  if (typeof type !== 'string' || type === '') return false;
  if (/(?:^|\.)list$/.test(type)) return true;
  if (names.key === undefined) return names.tool.includes(type);
  const one = names.key.replace(/ies$/, 'y').replace(/s$/, '');
  return type === names.key || type === one || type.endsWith(`_${names.key}`);
}
