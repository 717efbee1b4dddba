import { readFile } from 'node:fs/promises';
import { posix, relative, sep } from 'node:path';
import type { Plugin } from 'rolldown';

/** What was built in another way: the generator's package, and what takes types out of programs. */
export const builtBeside: Plugin = {
  name: 'built-beside',
  resolveId: (source) => {
    if (source.endsWith('/generator/index.ts')) return { id: 'intercom-mcp-generator', external: true };
    return source === 'sucrase' ? { id: '../runtime/code/box/sucrase.js', external: true } : undefined;
  },
};

/** Of the languages in which Zod tells what is wrong the one that this program speaks. */
export const englishOnly: Plugin = {
  name: 'english-only',
  load: {
    filter: { id: /\/zod\/v4\/locales\/index\.js$/ },
    handler: () => "export { default as en } from './en.js';",
  },
};

/** A third of the MCP library checks what people typed into forms: it is loaded with the first form. */
export const validatorLater: Plugin = {
  name: 'validator-later',
  load: {
    filter: { id: /\/@modelcontextprotocol\/server\/dist\/shimsNode\.mjs$/ },
    handler: () => VALIDATOR_LATER,
  },
};

const VALIDATOR_LATER = `
import { createRequire } from 'node:module';
export { default as process } from 'node:process';
export class DefaultJsonSchemaValidator {
  #validator;
  getValidator(schema) {
    this.#validator ??= new (createRequire(import.meta.url)('@modelcontextprotocol/server/validators/ajv').AjvJsonSchemaValidator)();
    return this.#validator.getValidator(schema);
  }
}
`;

/** Lets each module find files as if it had a file of its own in the built tree, wherever its code went. */
export function atItsPlace(root: string): Plugin {
  return {
    name: 'at-its-place',
    transform: {
      filter: { id: { include: /\.ts$/, exclude: /node_modules/ }, code: 'import.meta.url' },
      handler: (code, id) => {
        const place = relative(`${root}cli`, id.replace(/\.ts$/, '.js')).split(sep).join(posix.sep);
        const url = `new URL(${JSON.stringify(place)}, import.meta.url).href`;
        return code.replaceAll('import.meta.url', url);
      },
    },
  };
}

/** JSON as a text that is parsed: faster to read, and gone once it was. */
export const jsonAsText: Plugin = {
  name: 'json-as-text',
  load: {
    filter: { id: /\.json$/ },
    handler: async (id) => ({
      code: `export default /* @__PURE__ */ JSON.parse(${JSON.stringify(JSON.stringify(JSON.parse(await readFile(id, 'utf8'))))});`,
      moduleType: 'js',
    }),
  },
};
