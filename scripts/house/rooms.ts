/** What a room is for, and what its files may import beside each other. */
export interface Room {
  /** One line for a reader who looks for the place of something. */
  readonly purpose: string;
  /** Rooms, and single files, that it may import. */
  readonly imports: readonly string[];
  /** Rooms, and single files, of which it may import types alone. */
  readonly types?: readonly string[];
  /** The only packages that it may import, where they are limited. */
  readonly packages?: readonly string[];
}

/** The rooms of the runtime from the ground up: each may import those of the storeys below and of its own. */
export const runtimeStoreys: readonly (readonly string[])[] = [
  ['runtime/value'],
  ['runtime/tool'],
  ['runtime/profile'],
  ['runtime/shape/html'],
  ['runtime/text'],
  [
    'runtime/http',
    'runtime/auth',
    'runtime/input',
    'runtime/names',
    'runtime/paging',
    'runtime/search',
    'runtime/shape',
    'runtime/content',
    'runtime/catalog',
  ],
  ['runtime'],
  ['runtime/hosting'],
  ['runtime/discovery'],
  ['runtime/code/box'],
  ['runtime/code'],
  ['runtime/mcp'],
  ['runtime/reference', 'runtime/agents'],
];

/** The files that stand in `runtime/` itself. */
export const runtimeRoot: readonly string[] = ['runtime/client-options.ts', 'runtime/client.ts', 'runtime/index.ts'];

const runtime = runtimeStoreys.flat();

/** The storeys up to and with that of a room. */
function upTo(room: string): string[] {
  return runtimeStoreys.slice(0, runtimeStoreys.findIndex((storey) => storey.includes(room)) + 1).flat();
}

/**
 * Who may import whom: the one table behind `scripts/house.ts` and its test. A file belongs to the room with the
 * longest path; folders that are not listed, such as tests, may import anything. No room may import itself in a circle.
 */
export const rooms: Readonly<Record<string, Room>> = {
  generator: {
    purpose: 'a description and overlays become tool modules',
    imports: [
      'runtime/shape/html',
      'runtime/catalog/catalog-digest.ts',
      'runtime/catalog/example-arguments.ts',
      'runtime/value/show-hidden.ts',
      'runtime/value/slug.ts',
    ],
    types: [
      'runtime/tool',
      'runtime/catalog/catalog.ts',
      'runtime/catalog/answer-types.ts',
      'runtime/profile/connection.ts',
      'runtime/profile/security.ts',
    ],
  },
  generated: { purpose: 'the tools of each API, emitted and committed', imports: ['runtime/tool'], packages: ['zod'] },
  'runtime/value': { purpose: 'plain values and the errors of the runtime', imports: [], packages: ['zod'] },
  'runtime/tool': { purpose: 'what a tool is', imports: upTo('runtime/tool'), packages: ['zod'] },
  'runtime/profile': { purpose: 'what is known of one API', imports: upTo('runtime/profile'), packages: ['zod'] },
  'runtime/shape/html': {
    purpose: 'HTML as Markdown',
    imports: upTo('runtime/shape/html'),
    packages: ['zod', 'htmlparser2'],
  },
  'runtime/text': {
    purpose: 'texts in Markdown or HTML as their fields take them, and back',
    imports: upTo('runtime/text'),
    packages: ['zod', 'htmlparser2', 'markdown-it'],
  },
  'runtime/http': {
    purpose: 'requests, retries and answers',
    imports: upTo('runtime/http'),
    packages: ['zod', 'node:http'],
  },
  'runtime/auth': {
    purpose: 'credentials by scheme, and how a request carries them',
    imports: upTo('runtime/auth'),
    packages: ['zod', 'oauth4webapi'],
  },
  'runtime/input': { purpose: 'arguments checked and repaired', imports: upTo('runtime/input'), packages: ['zod'] },
  'runtime/names': { purpose: 'names in place of ids', imports: upTo('runtime/names'), packages: ['zod'] },
  'runtime/paging': { purpose: 'every list by limit and cursor', imports: upTo('runtime/paging'), packages: ['zod'] },
  'runtime/search': { purpose: 'the search language', imports: upTo('runtime/search'), packages: ['zod'] },
  'runtime/shape': {
    purpose: 'answers cut to what a model reads',
    imports: upTo('runtime/shape'),
    packages: ['zod'],
  },
  'runtime/content': { purpose: 'an answer as text for a model', imports: upTo('runtime/content'), packages: ['zod'] },
  'runtime/catalog': {
    purpose: 'lists of tools, filters and digests',
    imports: upTo('runtime/catalog'),
    packages: ['zod', '@noble/hashes'],
  },
  runtime: { purpose: 'the client, and what is public', imports: upTo('runtime'), packages: ['zod'] },
  'runtime/hosting': { purpose: 'APIs as a gateway hosts them', imports: upTo('runtime/hosting'), packages: [] },
  'runtime/discovery': {
    purpose: 'few tools that find and call all others',
    imports: upTo('runtime/discovery'),
    packages: ['zod', 'minisearch'],
  },
  'runtime/code/box': {
    purpose: 'a program apart from its host',
    imports: upTo('runtime/code/box'),
    packages: ['quickjs-wasi', 'sucrase', 'node:fs/promises', 'node:module', 'node:worker_threads'],
  },
  'runtime/code': { purpose: 'tools as functions of a program', imports: upTo('runtime/code'), packages: ['zod'] },
  'runtime/mcp': { purpose: 'tools over MCP', imports: upTo('runtime/mcp') },
  'runtime/agents': { purpose: "tools for agents of one's own", imports: upTo('runtime/mcp') },
  'runtime/reference': { purpose: 'tools for readers', imports: upTo('runtime/reference') },
  intercom: { purpose: 'what knows Intercom', imports: [...runtime, 'generated'], packages: ['zod'] },
  gateway: { purpose: 'many accounts, many MCP servers', imports: [...runtime] },
  dashboard: {
    purpose: "the gateway's pages, over its public API; a search is the one that models have",
    imports: ['runtime/discovery', 'intercom/words.ts'],
    packages: [
      'preact',
      'preact-render-to-string',
      'wouter-preact',
      '@tanstack/preact-query',
      'openapi-fetch',
      'lucide-preact',
      'chart.js',
      'vite',
    ],
  },
  ...sandboxRooms(),
  cli: {
    purpose: 'the command intercom-mcp',
    imports: [...runtime, 'intercom', 'gateway', 'sandbox', 'generator', 'package.json'],
    types: ['dashboard/site/site.ts', 'dashboard/api/schema.d.ts'],
  },
  examples: { purpose: 'programs that assert, over the package by its name', imports: [] },
};

/** The sample workspace: machinery below, what the made-up company is and can do above. */
function sandboxRooms(): Record<string, Room> {
  const imports: Readonly<Record<string, readonly string[]>> = {
    contract: [],
    store: [],
    search: [],
    model: ['store'],
    oauth: ['contract', 'model'],
    html: ['search'],
    http: ['contract', 'oauth', 'store'],
    paging: ['contract', 'http'],
    generic: ['contract', 'http', 'paging', 'search', 'store'],
    domain: ['contract', 'generic', 'html', 'http', 'model', 'store'],
    operations: ['contract', 'domain', 'generic', 'html', 'http', 'model', 'paging', 'search', 'store'],
    sample: ['contract', 'domain', 'generic', 'html', 'model', 'store'],
  };
  const purposes: Readonly<Record<string, string>> = {
    contract: 'requests and answers held to the contract',
    store: 'tables, snapshots, the seed',
    search: 'the search language as predicates',
    model: 'the kinds of rows',
    oauth: "Intercom's login, played",
    html: 'texts as Intercom renders them',
    http: 'the way of a request',
    paging: 'every paging style',
    generic: 'routes that families share',
    domain: 'what families and sample data share',
    operations: "Intercom's operations by family",
    sample: 'what the made-up company is',
  };
  const all = Object.keys(imports).map((room) => `sandbox/${room}`);
  return {
    ...Object.fromEntries(
      Object.entries(imports).map(([room, others]) => [
        `sandbox/${room}`,
        {
          purpose: purposes[room] ?? '',
          imports: [
            ...others.map((other) => `sandbox/${other}`),
            ...(room === 'contract' ? ['generated/intercom/operations.json'] : []),
          ],
          types: ['runtime/tool'],
        },
      ]),
    ),
    sandbox: { purpose: 'a sample workspace on this machine', imports: all, types: ['runtime/tool'] },
  };
}

/** The room of a file by its path in the project, if it is in one. */
export function roomOf(file: string): string | undefined {
  const parts = file.split('/');
  for (let length = parts.length - 1; length > 0; length -= 1) {
    const room = parts.slice(0, length).join('/');
    if (Object.hasOwn(rooms, room)) return room;
  }
  return undefined;
}
