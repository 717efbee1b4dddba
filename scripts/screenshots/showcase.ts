import { connectAccount } from '../../gateway/accounts/connect-account.ts';
import { BY_COMMAND, BY_SYSTEM } from '../../gateway/audit/audit-entry.ts';
import { newKeys, openStore, serveGateway } from '../../gateway/index.ts';
import { createServer } from '../../gateway/servers/create-server.ts';
import { serverConfig } from '../../gateway/servers/server-config.ts';
import { createSignInLink } from '../../gateway/sessions/sign-in-link.ts';
import { hostIntercom } from '../../intercom/hosting.ts';
import { createSandbox, listenSandbox } from '../../sandbox/index.ts';
import { callTool } from '../../test/dashboard/support/call-tool.ts';

/** A gateway that was used. */
export interface Showcase extends AsyncDisposable {
  /** Its pages by name, as addresses. */
  readonly pages: Readonly<Record<string, string>>;
  readonly signInLink: () => Promise<string>;
}

const HOUR = 3_600_000;

/** For how long it was used, in hours. */
const USED = 30;

/** MCP servers by name: what they show, and which tools were called how often in the busiest hour. */
const SERVERS = {
  'Support desk': {
    config: { methods: ['read', 'write'], tags: ['support'], confirm: 'destructive' },
    calls: { list_all_intercom_search_conversations: 9, list_all_intercom_tags: 4, list_all_intercom_teams: 2 },
  },
  'Docs bot': {
    config: { methods: ['read'], tags: ['knowledge_base'] },
    calls: {
      list_all_intercom_articles: 6,
      list_all_intercom_articles_search: 5,
      list_all_intercom_help_center_collections: 1,
    },
  },
  'Night shift triage': { config: { methods: ['read'], tags: ['support'], require_api_token_auth: true }, calls: {} },
  'Monthly report': { config: { tags: ['reporting'] }, calls: {} },
} as const;

const ARGUMENTS: Readonly<Record<string, object>> = {
  list_all_intercom_search_conversations: { query: { field: 'state', operator: '=', value: 'open' }, limit: 5 },
  list_all_intercom_articles_search: { phrase: 'password' },
};

/** Starts one over two sample workspaces, whose clock has run through {@link USED} hours of calls. */
export async function startShowcase(): Promise<Showcase> {
  await using opened = new AsyncDisposableStack();
  const workspace = opened.use(await listenSandbox(createSandbox()));
  const store = opened.use(await openStore(':memory:'));
  let lag = USED * HOUR;
  const now = (): number => Date.now() - lag;
  const apis = [hostIntercom({ addresses: { eu: workspace.url } })];
  const { url, gateway } = opened.use(await serveGateway({ store, keys: newKeys(), apis, now, uptime: now }));
  const { context } = gateway;
  const connect = (label: string) =>
    connectAccount(
      context,
      { label, region: 'eu', credential: { access_token: 'sandbox' }, source: 'access_token' },
      BY_SYSTEM,
    );
  const account = await connect('Fernhill');
  await connect('Fernhill (staging)');
  const used: { name: string; id: string; url: string; calls: Readonly<Record<string, number>> }[] = [];
  for (const [index, [name, { config, calls }]] of Object.entries(SERVERS).entries()) {
    const created = await createServer(
      context,
      {
        ...{ accountId: account.id, name, config: serverConfig.parse(config) },
        expiresAt: index === 3 ? null : now() + (USED + 24 * 7 ** index) * HOUR,
        owner: index === 0 ? 'Ada Park' : null,
      },
      BY_SYSTEM,
    );
    used.push({ name, id: created.row.id, url: created.url, calls });
  }
  for (; lag > 0; lag -= HOUR / 2) {
    const share = Math.sin((Math.PI * ((lag / HOUR) % 24)) / 24);
    for (const server of used)
      for (const [tool, most] of Object.entries(server.calls))
        for (let call = Math.round(most * share); call > 0; call -= 1)
          await callTool(server.url, tool, call === 9 ? { limit: 'many' } : (ARGUMENTS[tool] ?? {}));
  }
  lag = 0;
  await context.audit.flush();
  const [desk] = used;
  const home = `/accounts/${account.id}`;
  const everything = opened.move();
  return {
    pages: {
      accounts: '/',
      servers: home,
      details: `${home}/details`,
      server: `${home}/servers/${desk?.id}`,
      connect: `${home}/servers/${desk?.id}/connect`,
      create: `${home}/servers/new`,
      usage: `/usage?account=${account.id}`,
      audit: '/audit',
      try: `/try?account=${account.id}&tool=list_all_intercom_tags`,
      access: '/access',
      catalog: '/catalog?q=reply+to+a+customer',
      tool: '/catalog/intercom_conversations_reply',
    },
    signInLink: () => createSignInLink({ ...context, publicUrl: url }, BY_COMMAND),
    [Symbol.asyncDispose]: () => everything.disposeAsync(),
  };
}
