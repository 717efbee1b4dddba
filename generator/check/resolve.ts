import { fileURLToPath } from 'node:url';
import { type ResolutionHostFactory, ts } from 'ts-morph';

/** The generator's own tool type, in a checkout, built, or as a package: for modules that cannot reach the one they name. */
const ownRuntimes = ['../../runtime/tool/index.ts', '../../runtime/tool/index.mjs', 'intercom-mcp-toolkit/tool'];
const self = fileURLToPath(import.meta.url);

/**
 * Finds what emitted modules import as it is found from where they will stand, or else from the generator's own place, as
 * `zod` is in a folder without packages. `unresolved` fills with the runtime's name where only our own could be taken, and
 * `missing` with what is nowhere: without it there is nothing to check types against.
 */
export function resolver({ out, runtimes }: { out: string; runtimes: ReadonlySet<string> }): {
  resolutionHost: ResolutionHostFactory;
  unresolved: ReadonlySet<string>;
  missing: ReadonlySet<string>;
} {
  const unresolved = new Set<string>();
  const missing = new Set<string>();
  const resolutionHost: ResolutionHostFactory = (host, getOptions) => {
    const cache = ts.createModuleResolutionCache(out, (name) => name, getOptions());
    const find = (name: string, from: string): ts.ResolvedModule | undefined =>
      ts.resolveModuleName(name, from, getOptions(), host, cache).resolvedModule;
    const findRuntime = (runtime: string, from: string): ts.ResolvedModule | undefined => {
      const found = find(runtime, from);
      if (!found) unresolved.add(runtime);
      return found ?? ownRuntimes.map((name) => find(name, self)).find((own) => own !== undefined);
    };
    const findAny = (name: string, from: string): ts.ResolvedModule | undefined => {
      if (!from.startsWith(`${out}/`)) return find(name, from);
      const found = runtimes.has(name)
        ? findRuntime(name, from)
        : (find(name, from) ?? (name.startsWith('.') ? undefined : find(name, self)));
      if (!found && (runtimes.has(name) || !name.startsWith('.'))) missing.add(name);
      return found;
    };
    return { resolveModuleNames: (names, from) => names.map((name) => findAny(name, from)) };
  };
  return { resolutionHost, unresolved, missing };
}
