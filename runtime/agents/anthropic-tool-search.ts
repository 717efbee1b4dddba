import { checkChoice } from './agent-options.ts';

/** Anthropic's own search of tools that are loaded when they are found: by patterns, or by words. */
export type AnthropicToolSearch =
  | { readonly type: 'tool_search_tool_regex_20251119'; readonly name: 'tool_search_tool_regex' }
  | { readonly type: 'tool_search_tool_bm25_20251119'; readonly name: 'tool_search_tool_bm25' };

/** The ways of that search. */
export type AnthropicToolSearchKind = 'regex' | 'bm25';

/** The search as a request lists it before the tools; nothing where none is wanted. Throws {@link ConfigError} for a kind that there is not. */
export function anthropicToolSearch(kind: AnthropicToolSearchKind | undefined): readonly AnthropicToolSearch[] {
  checkChoice({ toolSearch: kind }, 'toolSearch', Object.keys(SEARCHES));
  return kind === undefined ? [] : [SEARCHES[kind]];
}

const SEARCHES = {
  regex: { type: 'tool_search_tool_regex_20251119', name: 'tool_search_tool_regex' },
  bm25: { type: 'tool_search_tool_bm25_20251119', name: 'tool_search_tool_bm25' },
} as const satisfies Record<AnthropicToolSearchKind, AnthropicToolSearch>;
