import { catalog, loadTool } from '../../../intercom/catalog.ts';
import { createClient } from '../../../intercom/client.ts';
import { ApiError } from '../../../runtime/http/errors.ts';
import { InputError } from '../../../runtime/index.ts';
import type { Tool } from '../../../runtime/tool/tool.ts';
import { createSandbox, type Sandbox, type Snapshot } from '../../../sandbox/index.ts';
import { type Round, sampleArguments } from '../../support/sample-arguments.ts';
import { fittingQuery } from '../../support/sample-search.ts';
import type { SampleSchema } from '../../support/sample-value.ts';
import { START } from './sandbox.ts';

/** One call of a tool on the sample workspace, with ids that exist there. */
export interface Swept {
  readonly tool: string;
  readonly round: Round;
  readonly arguments: Readonly<Record<string, unknown>>;
  /** HTTP status; 0 where nothing was sent. */
  readonly status: number;
  /** What was said of a failure. */
  readonly message: string;
}

/** The table whose first row an argument of this name stands for. */
export const TABLES: Readonly<Record<string, string>> = {
  admin_id: 'admins',
  article_id: 'articles',
  assignee_id: 'admins',
  audience_id: 'audiences',
  author_id: 'admins',
  away_status_reason_id: 'away_status_reasons',
  brand_id: 'brands',
  call_id: 'calls',
  collection_id: 'collections',
  company_id: 'companies',
  contact_id: 'contacts',
  content_snippet_id: 'content_snippets',
  conversation_id: 'conversations',
  conversation_to_link_id: 'conversations',
  custom_object_instance_id: 'custom_object_instances',
  data_attribute_id: 'data_attributes',
  data_connector_id: 'data_connectors',
  email_id: 'email_settings',
  execution_result_id: 'data_connector_executions',
  help_center_id: 'help_centers',
  intercom_user_id: 'contacts',
  internal_article_id: 'internal_articles',
  linked_conversation_id: 'conversations',
  macro_id: 'macros',
  news_item_id: 'news_items',
  newsfeed_id: 'newsfeeds',
  note_id: 'notes',
  office_hours_exception_id: 'office_hours_exceptions',
  office_hours_schedule_id: 'office_hours_schedules',
  owner_id: 'admins',
  page_id: 'external_pages',
  redirect_id: 'help_center_redirects',
  segment_id: 'segments',
  sender_id: 'admins',
  source_id: 'content_import_sources',
  subscription_id: 'subscription_types',
  tag_id: 'tags',
  team_id: 'teams',
  ticket_id: 'tickets',
  ticket_state_id: 'ticket_states',
  ticket_type_id: 'ticket_types',
  view_id: 'banners',
  workflow_id: 'workflows',
};

/** Arguments with ids of rows that exist in place of the sampled ones, wherever a known name stands. */
function withRealIds(value: unknown, state: Snapshot, key = ''): unknown {
  if (Array.isArray(value)) return value.map((part) => withRealIds(part, state, key));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withRealIds(part, state, name)]));
  const table = TABLES[key];
  const id = table === undefined ? undefined : Object.keys(state[table] ?? {})[0];
  return id === undefined || (typeof value !== 'string' && typeof value !== 'number')
    ? value
    : typeof value === 'number'
      ? Number(id)
      : id;
}

/** Arguments that no schema can tell, by tool: what exists together, or has a form of its own. */
export type Overrides = Readonly<Record<string, (state: Snapshot) => Readonly<Record<string, unknown>>>>;

/** Arguments for calls of one tool with ids of rows that exist: the required ones, then all of them. */
export function* realArguments(
  tool: Tool,
  inputSchema: unknown,
  state: Snapshot,
  overrides: Overrides,
): Generator<{ readonly round: Round; readonly given: Readonly<Record<string, unknown>> }> {
  for (const sampled of sampleArguments({ schema: inputSchema as SampleSchema, cases: tool.cases })) {
    if (sampled.round === 'alternatives') continue;
    const real = withRealIds(sampled.arguments, state) as Record<string, unknown>;
    if (tool.search) real.query = fittingQuery(tool.search, sampled.arguments.query);
    yield { round: sampled.round, given: { ...real, ...overrides[tool.name]?.(state) } };
  }
}

/**
 * Calls every tool on a fresh strict sandbox, with its required arguments and with all of them; `through` puts something
 * between the tools and the workspace.
 */
export async function sweep(
  overrides: Overrides,
  through?: { readonly baseUrl: string; readonly sandbox: Sandbox; readonly leaveOut: readonly string[] },
): Promise<Swept[]> {
  const sandbox = through?.sandbox ?? createSandbox({ strict: true, rateLimit: 1_000_000, now: () => START });
  const state = sandbox.snapshot();
  const swept: Swept[] = [];
  let status = 0;
  const client = createClient({
    token: 'sandbox',
    // What is looked up for names is not what the calls are about.
    names: false,
    baseUrl: through?.baseUrl ?? 'http://localhost',
    now: () => START,
    fetch: async (input, init) => {
      const response = await (through ? fetch(input, init) : sandbox.fetch(input, init));
      status = response.status;
      return response;
    },
  });
  for (const { name, inputSchema } of catalog) {
    if (through?.leaveOut.includes(name)) continue;
    const tool = await loadTool(name);
    if (tool === undefined) throw new Error(`${name} cannot be loaded`);
    for (const { round, given } of realArguments(tool, inputSchema, state, overrides)) {
      status = 0;
      let message = '';
      try {
        await client.exchange(tool, given);
      } catch (error) {
        if (!(error instanceof ApiError) && !(error instanceof InputError)) throw error;
        message = error.message;
      }
      swept.push({ tool: name, round, arguments: given, status, message });
      if (tool.access === 'write') sandbox.reset();
    }
  }
  return swept;
}
