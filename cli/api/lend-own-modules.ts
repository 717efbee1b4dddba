import { registerHooks } from 'node:module';

/** Whether this program runs from its sources; it is few files once it was built, beside which its modules are for others. */
const isSource = import.meta.url.endsWith('.ts');

/** What generated tools import, by the module of this very program that does for it. */
const OWN: ReadonlyMap<string, string> = new Map([
  ['intercom-mcp-toolkit/tool', moduleUrl(isSource ? '../../runtime/tool/index.ts' : '../tool.js')],
  ['intercom-mcp-toolkit/runtime', moduleUrl(isSource ? '../../runtime/index.ts' : '../runtime.js')],
]);

/** Where the modules of this package are that were built for others. */
const BUILT = isSource ? undefined : moduleUrl('../../');

/** Libraries that generated tools use, and this program too. */
const LIBRARY = /^zod(?:\/|$)/;

let isLent = false;

/**
 * Lets files of a folder without packages, as of one that only npx was run in, find what generated tools need: this program's
 * own. What is installed there goes before it, unless that is this very package: its errors are those that this program knows.
 */
export function lendOwnModules(): void {
  if (isLent) return;
  isLent = true;
  registerHooks({
    resolve: (specifier, context, next) => {
      const own = OWN.get(specifier);
      if (own === undefined && !LIBRARY.test(specifier)) return next(specifier, context);
      try {
        const found = next(specifier, context);
        const isThis = own !== undefined && BUILT !== undefined && found.url.startsWith(BUILT);
        return isThis ? { url: own, shortCircuit: true } : found;
      } catch (error) {
        if (own !== undefined) return { url: own, shortCircuit: true };
        if (context.parentURL === import.meta.url) throw error;
        return next(specifier, { ...context, parentURL: import.meta.url });
      }
    },
  });
}

function moduleUrl(path: string): string {
  return new URL(path, import.meta.url).href;
}
