import * as z from 'zod';
import { chosenNames } from '../../runtime/catalog/aliases.ts';
import type { CatalogEntry } from '../../runtime/catalog/catalog.ts';
import { FILTER_METHODS, filterCatalog } from '../../runtime/catalog/filter.ts';
import { modes } from '../../runtime/catalog/mode.ts';
import { InputError } from '../../runtime/value/errors.ts';
import { suggestFrom } from '../../runtime/value/nearest.ts';
import { readAddresses } from '../http/address-set.ts';
import { withMode } from './server-mode.ts';

const names = z.array(z.string().max(128)).min(1).max(300);

/** What an MCP server shows of its account; what is left out has its default. */
export const serverSettings = z.strictObject({
  /** Method classes, `read`, `write`, `destructive`, or names of tools. */
  methods: names.default(['read']),
  /** Tags or groups of tags; a tool needs one of them. */
  tags: names.optional(),
  /** Names: of what methods and tags keep, only these. */
  tools: names.optional(),
  require_api_token_auth: z.boolean().default(false),
  confirm: z.enum(['never', 'destructive', 'write']).default('never'),
  mode: z.enum(modes).default('list'),
  /** With the mode `code`: calls that one program may make; 100 unless given. */
  code_calls: z.int().min(1).max(1000).optional(),
  /** Stands before the name of every tool. */
  prefix: z.string().min(1).max(60).optional(),
  /** The digest of the tools, or its beginning: with other tools, as after an update of the gateway, no request is answered. */
  expected_catalog: z
    .string()
    .regex(/^sha256-[\da-f]{12,64}$/, 'sha256- and the hexadecimal digits of a digest, at least the first 12')
    .optional(),
  /** Addresses of callers, or ranges such as `10.0.0.0/8`, that are answered; all of them unless given. */
  allowed_addresses: z
    .array(z.string().max(64))
    .min(1)
    .max(100)
    .superRefine((texts, { addIssue }) => {
      const read = readAddresses(texts);
      if ('wrong' in read)
        addIssue({
          code: 'custom',
          path: [texts.indexOf(read.wrong)],
          message: 'an IP address, or a range such as 10.0.0.0/8',
        });
    })
    .optional(),
  /** Requests that the server answers within so many seconds. */
  rate_limit: z
    .strictObject({ requests: z.int().min(1).max(1_000_000), seconds: z.int().min(1).max(86_400) })
    .optional(),
});

/** The same, read from what may have been written before there were modes. */
export const serverConfig = withMode(serverSettings);

/** A checked configuration of an MCP server. */
export type ServerConfig = z.output<typeof serverSettings>;

/** Reads a stored configuration. */
export function readServerConfig(json: string): ServerConfig {
  return serverConfig.parse(JSON.parse(json));
}

/** What of a configuration chooses tools. */
type Chosen = Pick<ServerConfig, 'methods' | 'tags' | 'tools'>;

/** The tools of a catalogue that a configuration keeps; throws {@link InputError} for unknown values and where nothing is left. */
export function toolsOf({ methods, tags, tools }: Chosen, catalog: readonly CatalogEntry[]): readonly CatalogEntry[] {
  const kept = filterCatalog(catalog, { methods, tags });
  if (tools === undefined) return kept;
  const { chooses } = chosenNames(catalog);
  // Unknown names are refused with the nearest ones.
  checkNames(tools, catalog);
  const problems = tools.flatMap((name, index) => {
    if (kept.some((entry) => chooses(name, entry))) return [];
    const entry = catalog.find((candidate) => chooses(name, candidate));
    return [
      {
        argument: `tools[${index}]`,
        message: `${name} is a ${entry?.access} of the class ${entry?.class}, which methods or tags leave out.`,
      },
    ];
  });
  if (problems.length > 0)
    throw new InputError(problems, 'Name its class in methods and one of its tags in tags, or leave it out of tools.');
  return kept.filter((entry) => tools.some((name) => chooses(name, entry)));
}

/**
 * The tools of a stored configuration. What it names and the catalogue lacks is left out, and chooses nothing: an update of the
 * gateway may have taken it away, or the account has another version of the API by now.
 */
export function storedTools(
  { methods, tags, tools }: Chosen,
  catalog: readonly CatalogEntry[],
): readonly CatalogEntry[] {
  const { names, chooses } = chosenNames(catalog);
  const methodsHere = new Set<string>([...FILTER_METHODS, ...names]);
  const tagsHere = new Set(catalog.flatMap((entry) => entry.tags));
  const left = {
    methods: methods.filter((method) => methodsHere.has(method)),
    tags: tags?.filter((tag) => tagsHere.has(tag)),
  };
  try {
    const kept = filterCatalog(catalog, left);
    return tools === undefined ? kept : kept.filter((entry) => tools.some((name) => chooses(name, entry)));
  } catch (error) {
    if (error instanceof InputError) return [];
    throw error;
  }
}

function checkNames(tools: readonly string[], catalog: readonly CatalogEntry[]): void {
  const known = new Set(chosenNames(catalog).names);
  const suggest = suggestFrom(known);
  const problems = tools.flatMap((name, index) =>
    known.has(name)
      ? []
      : [{ argument: `tools[${index}]`, message: `${JSON.stringify(name)} is no tool.${suggest(name)}` }],
  );
  if (problems.length > 0) throw new InputError(problems, 'GET /tool lists the names.');
}
