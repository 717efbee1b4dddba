import { registerHooks } from 'node:module';

// An example finds the SDKs where a project of its own would have them; here they lie in this folder.
registerHooks({
  resolve: (specifier, context, next) =>
    specifier.startsWith('@anthropic-ai/')
      ? next(specifier, { ...context, parentURL: new URL('../package.json', import.meta.url).href })
      : next(specifier, context),
});
