import type { Breaks, ChangeKind } from './change.ts';

const NEW_VERSION = 'Say it in the changelog; programs that name it have to be changed.';

/** What to do about each kind of change, where it breaks something and where it does not. */
const HELP = {
  'tool added': { none: 'Write its words: `intercom-mcp words` says whether it has any.' },
  'tool removed': {
    breaking: 'Name in the changelog what to call instead, and delete its words and facts from the overlays.',
  },
  'tool renamed': {
    breaking: 'Keep the old name as an alias (`x-mcp.aliases`) until callers have moved, or set `x-mcp.name` to it.',
  },
  'operation moved': {
    breaking: 'See whether it is the same operation: a call of this name goes there now.',
    none: 'Calls follow by themselves.',
  },
  'export renamed': { breaking: 'Set `x-mcp.export` to the old name, or say the new one in the changelog.' },
  'module moved': { breaking: 'Say in the changelog where it is imported from now.' },
  tags: {
    breaking:
      'Servers that are filtered by the old tag lose the tool: add the new tag to them, or keep the old one by a correction.',
  },
  behaviour: {
    breaking:
      'See whether the servers that have it should still have it, and correct it by `x-mcp` where the description errs.',
  },
  deprecation: { none: 'See what takes its place, and say so in its words.' },
  'argument added': {
    breaking:
      'Say its words, and where a value comes from; set a constant (`x-mcp.constants`) where only one makes sense.',
    none: 'See whether it needs words.',
  },
  'argument removed': { breaking: 'Take it out of words and examples; calls that give it are refused.' },
  'argument renamed': { breaking: 'Set `x-mcp.rename` to the old name, and calls stay as they are.' },
  'argument required': {
    breaking: 'Say in its words where a value comes from; set a constant where only one makes sense.',
  },
  'argument narrowed': { breaking: 'See whether its words name values that are refused now.' },
  'argument type': { breaking: 'See whether it is meant, or a mistake of the description that a correction mends.' },
  'argument default': { none: 'Calls that leave it out do something else now: say so in its words where it matters.' },
  'request format': { none: 'Tools send it as the description says.' },
  'search field removed': { breaking: 'Take it out of words and examples; filters that name it are refused.' },
  'search field': { breaking: 'See whether words or examples name what is refused now.' },
  'search limit': { breaking: 'Longer queries are refused now.' },
  paging: {
    breaking: 'See whether `x-mcp.pagination` still says how the list pages.',
    none: 'See whether `x-mcp.pagination` still says how the list pages.',
  },
  'answer field removed': { breaking: `See whether it moved. ${NEW_VERSION}` },
  'answer type': { breaking: NEW_VERSION },
  'answer list': { breaking: `See whether \`x-mcp.pagination.items\` still names the list. ${NEW_VERSION}` },
  'answer status': { breaking: 'See whether the answer still says that the work is done.' },
  'answer format': { breaking: NEW_VERSION },
  server: {
    breaking:
      'Say the new address in the changelog: whoever chose the old one, allows it in a proxy or checks it has to follow.',
  },
  'server variable': {
    breaking: 'Say in the changelog what has to be set now: the old value is refused, or means another address.',
  },
  credentials: {
    breaking:
      'Say in the changelog which credential is wanted now, and the environment variables that it is taken from.',
    none: 'Say in the documentation where such a credential is to be had.',
  },
  security: {
    breaking: 'Say in the changelog which credential or scope a call needs now: those that are set may not do.',
  },
  'environment variable': {
    breaking: 'Say the new name in the changelog, or keep the old one by `x-mcp.environment` of an overlay.',
  },
  'version header': { breaking: 'See which accounts, profiles and programs ask for a version that is gone.' },
  connection: { none: 'Compare `connection.ts` in the diff this once.' },
  tokens: { none: 'See whether its words or arguments can be shorter.' },
} as const satisfies Partial<Record<ChangeKind, { readonly breaking?: string; readonly none?: string }>>;

const TABLE: Partial<Record<ChangeKind, { readonly breaking?: string; readonly none?: string }>> = HELP;

/** What a maintainer does about a change; empty where there is nothing to do. */
export function helpFor(kind: ChangeKind, breaks: readonly Breaks[]): string {
  return TABLE[kind]?.[breaks.length > 0 ? 'breaking' : 'none'] ?? '';
}
