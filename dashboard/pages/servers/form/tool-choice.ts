import type { McpServerConfig, ToolSummary } from '../../../api/schema.d.ts';

/** What a reader chooses first: what may be done at all. */
export const ACCESSES = ['read', 'write', 'custom'] as const;

export type Access = (typeof ACCESSES)[number];

/** Which tools a server shows: what access and tags choose, and what was switched singly. */
export interface ToolChoice {
  readonly access: Access;
  /** Of `custom`: method classes, and other words of `config.methods`. */
  readonly words: ReadonlySet<string>;
  /** Tags and groups, of which a tool needs one; none where all tools do. */
  readonly tags: ReadonlySet<string>;
  /** Names of tools that are on beside those of the access. */
  readonly added: ReadonlySet<string>;
  /** Names of tools that are off all the same. */
  readonly off: ReadonlySet<string>;
}

/** What decides about a tool. */
export type ChoosableTool = Pick<
  ToolSummary,
  'name' | 'class' | 'access' | 'destructive' | 'tags' | 'groups' | 'former_names'
>;

type ToolsConfig = Pick<McpServerConfig, 'methods' | 'tags' | 'tools'>;

/** Read-only, of everything. */
export const FIRST_CHOICE: ToolChoice = {
  access: 'read',
  words: new Set(['list', 'get']),
  tags: new Set(),
  added: new Set(),
  off: new Set(),
};

/** The choice that comes to a configuration. */
export function readChoice(config: ToolsConfig, all: readonly ChoosableTool[]): ToolChoice {
  const names = new Set(all.map(({ name }) => name));
  const former = new Map(all.flatMap(({ name, former_names: old }) => old.map((one) => [one, name])));
  const now = (name: string): string => (names.has(name) ? name : (former.get(name) ?? name));
  const methods = config.methods.map(now);
  const words = new Set(methods.filter((word) => !names.has(word)));
  const access = accessOf(words);
  const choice: ToolChoice = {
    access,
    words: access === 'custom' ? words : FIRST_CHOICE.words,
    tags: new Set(config.tags),
    added: new Set(methods.filter((word) => names.has(word))),
    off: new Set(),
  };
  if (config.tools === undefined) return choice;
  const kept = new Set(config.tools.map(now));
  return { ...choice, off: new Set(toolsOn(choice, all).filter((name) => !kept.has(name))) };
}

function accessOf(words: ReadonlySet<string>): Access {
  const isAny = words.has('read') && (words.size === 1 || (words.size === 2 && words.has('write')));
  if (!isAny) return 'custom';
  return words.has('write') ? 'write' : 'read';
}

/** The configuration that comes to a choice. */
export function configOf(choice: ToolChoice, all: readonly ChoosableTool[]): ToolsConfig {
  const added = all.filter((tool) => choice.added.has(tool.name) && !isNamed(choice, tool));
  const matched = all.filter((tool) => isChosen(choice, tool));
  const on = matched.filter(({ name }) => !choice.off.has(name));
  return {
    methods: [...wordsOf(choice), ...added.map(({ name }) => name)],
    ...(choice.tags.size > 0 && { tags: [...choice.tags] }),
    ...(on.length < matched.length && { tools: on.map(({ name }) => name) }),
  };
}

/** The words of `config.methods` that a choice stands for. */
function wordsOf({ access, words }: Pick<ToolChoice, 'access' | 'words'>): readonly string[] {
  return { read: ['read'], write: ['read', 'write'], custom: [...words] }[access];
}

/** Names of the tools that are on, in the order of the catalog. */
export function toolsOn(choice: ToolChoice, all: readonly ChoosableTool[]): string[] {
  return all.filter((tool) => isOn(choice, tool)).map(({ name }) => name);
}

/** Whether a server shows a tool. */
export function isOn(choice: ToolChoice, tool: ChoosableTool): boolean {
  return isChosen(choice, tool) && !choice.off.has(tool.name);
}

function isChosen(choice: ToolChoice, tool: ChoosableTool): boolean {
  return (isNamed(choice, tool) || choice.added.has(tool.name)) && isTagged(choice, tool);
}

/** Whether the access takes a tool, whatever its tags are. */
function isNamed(choice: ToolChoice, { class: kind, access, destructive }: ChoosableTool): boolean {
  return wordsOf(choice).some((word) => word === kind || word === access || (word === 'destructive' && destructive));
}

/** Whether the tags take a tool, whatever it does. */
function isTagged({ tags }: ToolChoice, tool: ChoosableTool): boolean {
  return tags.size === 0 || tagsOf(tool).some((tag) => tags.has(tag));
}

/**
 * Switches tools, and no other: one that the access leaves out is added by its name. Where the tags leave it out, one
 * of its own is chosen as well, and whatever else that would bring stays off.
 */
export function switchTools(
  before: ToolChoice,
  all: readonly ChoosableTool[],
  { names, on }: { names: ReadonlySet<string>; on: boolean },
): ToolChoice {
  const wanted = all.filter((tool) => names.has(tool.name) && isOn(before, tool) !== on);
  if (!on) return wanted.reduce(switchOff, before);
  const added = new Set([...before.added, ...wanted.filter((tool) => !isNamed(before, tool)).map(({ name }) => name)]);
  const off = without(before.off, new Set(wanted.map(({ name }) => name)));
  const after = { ...before, added, off, tags: tagsWith(before, all, wanted) };
  const others = all.filter((tool) => !names.has(tool.name) && isOn(after, tool) && !isOn(before, tool));
  return others.reduce(switchOff, after);
}

function switchOff(choice: ToolChoice, tool: ChoosableTool): ToolChoice {
  const { name } = tool;
  if (!isNamed(choice, tool)) return { ...choice, added: without(choice.added, new Set([name])) };
  return { ...choice, off: new Set([...choice.off, name]) };
}

function without(names: ReadonlySet<string>, gone: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...names].filter((name) => !gone.has(name)));
}

/** The tags with those that tools need: of each the one that the fewest tools have. */
function tagsWith(
  choice: ToolChoice,
  all: readonly ChoosableTool[],
  wanted: readonly ChoosableTool[],
): ReadonlySet<string> {
  const size = (tag: string): number => all.filter((tool) => tagsOf(tool).includes(tag)).length;
  const tags = new Set(choice.tags);
  for (const tool of wanted) {
    const [smallest] = tagsOf(tool).sort((one, other) => size(one) - size(other));
    if (smallest !== undefined && !isTagged({ ...choice, tags }, tool)) tags.add(smallest);
  }
  return tags;
}

function tagsOf({ tags, groups }: ChoosableTool): string[] {
  return [...tags, ...groups];
}
