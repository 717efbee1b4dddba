import { registerHooks } from 'node:module';

/** What generated tools import, by the module of this very program that does for it. */
const OWN: ReadonlyMap<string, string> = new Map([
  ['intercom-mcp-toolkit/tool', moduleUrl('../../runtime/tool/index')],
  ['intercom-mcp-toolkit/runtime', moduleUrl('../../runtime/index')],
]);

/** Libraries that generated tools use, and this program too. */
const LIBRARY = /^zod(?:\/|$)/;

let isLent = false;

/**
 * Lets files of a folder without packages, as of one that only npx was run in, find what generated tools need: this program's
 * own. What is installed there goes before it.
 */
export function lendOwnModules(): void {
  if (isLent) return;
  isLent = true;
  registerHooks({
    resolve: (specifier, context, next) => {
      const own = OWN.get(specifier);
      if (own === undefined && !LIBRARY.test(specifier)) return next(specifier, context);
      try {
        return next(specifier, context);
      } catch (error) {
        if (own !== undefined) return { url: own, shortCircuit: true };
        if (context.parentURL === import.meta.url) throw error;
        return next(specifier, { ...context, parentURL: import.meta.url });
      }
    },
  });
}

/** A module of this program as it runs: of the sources, or as it was built. */
function moduleUrl(path: string): string {
  return new URL(`${path}.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url).href;
}
