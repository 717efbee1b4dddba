import { fileURLToPath } from 'node:url';
import { type ResolutionHostFactory, ts } from 'ts-morph';

/** The generator's own tool type: what modules are checked against where they cannot reach the one that they name. */
const ownRuntime = '../../runtime/tool/tool.ts';
const self = fileURLToPath(import.meta.url);

/**
 * Finds what emitted modules import as it is found from where they will stand, or else from the generator's own place, as
 * `zod` is in a folder without packages. `unresolved` fills with the runtime's name where only our own could be taken.
 */
export function resolver({ out, runtime }: { out: string; runtime: string }): {
  resolutionHost: ResolutionHostFactory;
  unresolved: ReadonlySet<string>;
} {
  const unresolved = new Set<string>();
  const resolutionHost: ResolutionHostFactory = (host, getOptions) => {
    const cache = ts.createModuleResolutionCache(out, (name) => name, getOptions());
    const find = (name: string, from: string): ts.ResolvedModule | undefined =>
      ts.resolveModuleName(name, from, getOptions(), host, cache).resolvedModule;
    const findRuntime = (from: string): ts.ResolvedModule | undefined => {
      const found = find(runtime, from);
      if (!found) unresolved.add(runtime);
      return found ?? find(ownRuntime, self);
    };
    return {
      resolveModuleNames: (names, from) =>
        names.map((name) =>
          name === runtime && from.startsWith(`${out}/`)
            ? findRuntime(from)
            : (find(name, from) ?? (name.startsWith('.') ? undefined : find(name, self))),
        ),
    };
  };
  return { resolutionHost, unresolved };
}
