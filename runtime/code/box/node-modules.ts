/** The modules of Node that threads need. */
interface NodeModules {
  readonly 'node:fs/promises': typeof import('node:fs/promises');
  readonly 'node:module': typeof import('node:module');
  readonly 'node:worker_threads': typeof import('node:worker_threads');
}

/** A module of Node without an import, so that a bundle for another runtime has none; throws where there is no such module. */
export function nodeModules<Name extends keyof NodeModules>(name: Name): NodeModules[Name] {
  return process.getBuiltinModule(name);
}
