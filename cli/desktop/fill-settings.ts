import { isRecord } from '../../runtime/value/value.ts';
import { settings } from './settings.ts';

/**
 * An environment in which each setting that nobody filled in has the value that the bundle was made with. Clients hand such a
 * setting on as nothing, as the text of nothing, or as the manifest's placeholder, letter for letter; a filter that was lost
 * that way would offer more than somebody meant.
 */
export function fillSettings(environment: NodeJS.ProcessEnv, manifest: unknown): NodeJS.ProcessEnv {
  const filled = { ...environment };
  for (const [name, variable] of variablesOf(manifest)) {
    if (!UNSET.test(filled[variable] ?? '')) continue;
    delete filled[variable];
    const preset = presetOf(name, manifest);
    if (preset !== undefined) filled[variable] = preset;
  }
  return filled;
}

/** The variables of settings: those of Intercom's bundle, and what a manifest says of others. */
function variablesOf(manifest: unknown): ReadonlyMap<string, string> {
  const known = Object.entries(settings).map(([name, { variable }]) => [name, variable] as const);
  const server = isRecord(manifest) ? manifest.server : undefined;
  const start = isRecord(server) ? server.mcp_config : undefined;
  const env = isRecord(start) && isRecord(start.env) ? Object.entries(start.env) : [];
  const others = env.flatMap(([variable, value]) => {
    const name = /^\$\{user_config\.(\w+)\}$/.exec(String(value))?.[1];
    return name === undefined ? [] : [[name, variable] as const];
  });
  return new Map([...known, ...others]);
}

const UNSET = /^\s*(?:\$\{[^{}]*\}|undefined|null)?\s*$/;

function presetOf(name: string, manifest: unknown): string | undefined {
  const fields = isRecord(manifest) ? manifest.user_config : undefined;
  const field = isRecord(fields) ? fields[name] : undefined;
  return isRecord(field) && typeof field.default === 'string' ? field.default : undefined;
}
