import { readFileSync } from 'node:fs';
import { searchContacts } from '../../generated/intercom/tools/contacts.ts';
import { searchConversations } from '../../generated/intercom/tools/conversations.ts';
import { searchTickets } from '../../generated/intercom/tools/tickets.ts';
import type { SearchRules, Tool } from '../../runtime/tool/tool.ts';

/** The time that the relative dates of the corpus count from, in milliseconds: a Tuesday, half past twelve. */
export const NOW = Date.UTC(2026, 1, 10, 12, 30);

/** A query as a caller wrote it, and what becomes of it: what is sent and said, or the lines of the refusal. */
interface CorpusCase {
  readonly name: string;
  readonly given: unknown;
  readonly sent?: unknown;
  readonly repairs?: readonly string[];
  readonly hints?: readonly string[];
  readonly refused?: readonly string[];
}

/** A search of Intercom, its rules, and its part of the corpus. */
export interface Searched {
  readonly name: string;
  readonly tool: Tool;
  readonly rules: SearchRules;
  readonly cases: readonly CorpusCase[];
}

function searched(name: string, tool: Tool): Searched {
  const { search: rules } = tool;
  if (rules === undefined) throw new Error(`${tool.name} has no search rules`);
  const text = readFileSync(new URL(`search-corpus/${name}.jsonl`, import.meta.url), 'utf8');
  // Each line is written in the form of a case.
  const cases = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as CorpusCase);
  return { name, tool, rules, cases };
}

/** All three searches of the stable API. */
export const searches: readonly Searched[] = [
  searched('contacts', searchContacts),
  searched('conversations', searchConversations),
  searched('tickets', searchTickets),
];
