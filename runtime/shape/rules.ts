import type { AnswerRules, ResourceRule } from '../profile/answer-rules.ts';

/** Characters of a text in a summary, where its rule does not say. */
export const SUMMARY_TEXT = 300;

/** What holds for an API of which nothing is known: no property is noise, HTML is what is nothing but HTML. */
export const NEUTRAL_RULES: AnswerRules = {
  resources: {},
  aliases: {},
  heavy: [],
  noise: { always: new Set(), prefixes: [], inLists: new Set(), whenFalse: new Set() },
  opaque: new Set(),
  tellingNulls: new Set(),
  html: new Set(),
  markdown: new Set(['markdown']),
  outsiders: {
    tags: new Set(),
    properties: new Set(),
    except: { properties: new Set(), types: new Set() },
  },
  authors: {
    outsiders: new Set(['user', 'lead', 'contact', 'customer', 'visitor']),
    bots: new Set(['bot']),
    notes: new Set(['note']),
  },
};

/** The rule for an item, by its own `type` or, where it has none, by the name of its tool; undefined where there is none. */
export function ruleFor(
  type: unknown,
  tool: string,
  { resources, aliases }: Pick<AnswerRules, 'resources' | 'aliases'>,
): ResourceRule | undefined {
  const known = resourceName(type, tool, aliases);
  return Object.hasOwn(resources, known) ? resources[known] : undefined;
}

/** What an item is: its own `type`, or where it has none, what the name of its tool says. */
export function resourceName(type: unknown, tool: string, aliases: AnswerRules['aliases']): string {
  const name = typeof type === 'string' && /^[\w.]+$/.test(type) ? type : resourceOf(tool);
  return Object.hasOwn(aliases, name) ? (aliases[name] ?? name) : name;
}

/** `contacts` of `list_all_acme_search_contacts`; what a tool of a sub-resource answers is not told by its name. */
function resourceOf(tool: string): string {
  return tool
    .replace(/^(?:list_all|get_single|create_a|create_or_update_a|update_a|delete_a)_[a-z0-9]+_/, '')
    .replace(/^search_/, '')
    .replace(/_(?:search|scroll|list|by_[a-z_]+)$/, '');
}
