import { createAliases } from '../catalog/aliases.ts';
import type { CatalogEntry } from '../catalog/catalog.ts';
import { catalogDigest } from '../catalog/catalog-digest.ts';
import { type CatalogIdentity, catalogIdentity } from '../catalog/catalog-identity.ts';
import { type CatalogPin, checkPin } from '../catalog/catalog-pin.ts';
import { filterCatalog, type ToolFilter } from '../catalog/filter.ts';
import { type ServedWords, servedCatalog, servedWords } from '../catalog/served-words.ts';
import { type TokenBudget, withinBudget } from '../catalog/token-budget.ts';
import type { ApiProfile } from '../profile/api-profile.ts';
import { accountArgument, accountsToolbox } from './accounts.ts';
import { aliasedToolbox } from './aliased.ts';
import type { ListOptions } from './list.ts';
import { createPrefix, type Prefix } from './prefix.ts';
import { prefixedToolbox } from './prefixed.ts';
import { createDirectToolbox, type Toolbox } from './toolbox.ts';

/** What decides which tools a server shows, and how. */
export interface ServedToolsOptions extends Pick<ListOptions, 'confirm'>, CatalogPin {
  /** What is particular about the API: its name, and what its servers say and offer beside the tools. */
  readonly profile: ApiProfile;
  readonly catalog: readonly CatalogEntry[];
  /** Which tools of the catalog are listed and may be called; all of them unless said otherwise. */
  readonly filter?: ToolFilter | undefined;
  /** What the definitions of the tools that the filter keeps may cost together, where a list has to fit; all are listed unless given. */
  readonly budget?: TokenBudget | undefined;
  /** The version that the tools were generated from; that which clients ask for unless given. */
  readonly apiVersion?: string | undefined;
  /** Stands before the name of every tool, so that clients can keep several servers of the same tools; at most 64 characters with a name. */
  readonly prefix?: string | undefined;
  /** What tells several accounts apart: each tool then has to be told which one, and `own` settings of a server call in that. */
  readonly accountLabels?: readonly string[] | undefined;
  /** Of those labels the ones that a tool can work on, by its own name; all of them unless given. */
  readonly labelsOf?: ((tool: string) => readonly string[]) | undefined;
  /** Serves the tools that the filter keeps in another way than one by one. */
  readonly toolbox?: ((kept: readonly CatalogEntry[]) => Toolbox) | undefined;
  /** The time in milliseconds that names which tools had are held against; the system's unless given. */
  readonly now?: (() => number) | undefined;
}

/** The tools of a server. */
export interface ServedTools {
  /** Those that the filter and the budget keep, in words for them alone. */
  readonly kept: readonly CatalogEntry[];
  /** Their own names. */
  readonly served: ReadonlySet<string>;
  readonly words: ServedWords;
  readonly naming: Prefix;
  /** What is listed, and what a call comes to. */
  readonly tools: Toolbox;
  /** By what those are known: the same in every mode, with any prefix, over any accounts. Computed when it is first wanted. */
  readonly identity: () => CatalogIdentity;
}

/**
 * The tools that a server of these settings shows; throws {@link InputError} for a filter or a budget that keeps nothing, and
 * {@link CatalogChangedError} where other tools are expected.
 */
export function servedTools({
  profile,
  catalog,
  filter,
  budget,
  apiVersion = profile.connection.version?.value,
  confirm,
  accountLabels = [],
  labelsOf,
  prefix = '',
  toolbox,
  now,
  ...pin
}: ServedToolsOptions): ServedTools {
  // Words of the API may name tools of other versions of it.
  const others = Object.keys(profile.sayings ?? {});
  const chosen = filter === undefined ? catalog : filterCatalog(catalog, filter);
  const fitting = budget === undefined ? chosen : withinBudget(chosen, budget, profile.alwaysLoad);
  const kept = servedCatalog(catalog, fitting, others);
  const identity = identityOf(kept, apiVersion);
  checkPin(pin, identity);
  const served = new Set(kept.map(({ name }) => name));
  const words = servedWords([...catalog.map(({ name }) => name), ...others], served);
  const current = toolbox?.(kept) ?? createDirectToolbox(kept, { alwaysLoad: profile.alwaysLoad, confirm });
  const aliases = createAliases(kept, now);
  const all = aliases.names.length === 0 ? current : aliasedToolbox(current, aliases, served);
  const noun = profile.account?.noun ?? 'account';
  const accounts = { labels: accountLabels, noun, labelsOf, argument: accountArgument(catalog) };
  const plain = accountLabels.length < 2 ? all : accountsToolbox(all, accounts, served);
  const naming = createPrefix(prefix, [...served, ...plain.list().tools.map((tool) => tool.name)], aliases.names);
  const tools = prefix === '' ? plain : prefixedToolbox(plain, naming, new Set([...served, ...aliases.names]));
  return { kept, served, words, naming, tools, identity };
}

function identityOf(kept: readonly CatalogEntry[], apiVersion: string | undefined): () => CatalogIdentity {
  let identity: CatalogIdentity | undefined;
  return () => (identity ??= catalogIdentity(catalogDigest(kept), apiVersion));
}
