import { type Implementation, type ListToolsResult, Server } from '@modelcontextprotocol/server';
import type { CatalogIdentity } from '../catalog/catalog-identity.ts';
import type { ServedAccount } from '../profile/identity.ts';
import { packageVersion } from '../value/package-version.ts';
import { callContext, canAsk } from './call-context.ts';
import { callListed } from './call-listed.ts';
import type { CallListedSettings } from './call-outcome.ts';
import { placeOf } from './describe-account.ts';
import type { DirectServer } from './direct-answer.ts';
import type { DirectCall } from './direct-call.ts';
import { prefixedGuide, prefixedResult, prefixedWorkflow } from './prefixed.ts';
import { prepareServing, type ServingOptions } from './prepare-serving.ts';
import { servePrompts } from './prompts.ts';
import { serveResources } from './resources.ts';
import { type ServerIdentity, serverInfo } from './server-info.ts';

/** Settings of {@link createMcpServer}. */
export interface McpServerOptions extends ServingOptions, ServerIdentity {
  readonly version?: string;
  /** Milliseconds for which a client may keep a list. */
  readonly ttlMs?: number;
}

/** Settings of servers that come and go: their account may be learned on the way. */
export interface ServeOptions extends McpServerOptions {
  /** Answers whose account it is, for every server that is made; {@link learnAccount} is one. */
  readonly findAccount?: (() => Promise<ServedAccount | undefined>) | undefined;
}

/** Makes the server of each connection or request, once its account is found. */
export function serverFactory({
  findAccount,
  ...options
}: ServeOptions): (() => Promise<Server>) & Announced & DirectToLast {
  const servers = mcpServers(options);
  let last: OwnSettings = {};
  const make = async () => {
    last = findAccount === undefined ? {} : { account: await findAccount() };
    return servers(last);
  };
  return Object.assign(make, {
    catalog: servers.catalog,
    direct: (call: Pick<DirectCall, 'capabilities'>) => servers.direct(last, call),
  });
}

/** {@link Direct} for the connection whose server was made last. */
interface DirectToLast {
  readonly direct: (call: Pick<DirectCall, 'capabilities'>) => DirectServer | undefined;
}

/** What servers over the same tools tell clients of them. */
export interface Announced {
  /** By what their tools are known. */
  readonly catalog: () => CatalogIdentity;
}

/** Answers calls without a server of the SDK. */
export interface Direct {
  /** What answers this call; `undefined` for one whose answer may be a question to the client's user, which the SDK knows how to ask. */
  readonly direct: (own: OwnSettings, call: Pick<DirectCall, 'capabilities'>) => DirectServer | undefined;
}

/** An MCP server for a catalog of tools, for one connection or one request, in either protocol era. */
export function createMcpServer(options: McpServerOptions): Server {
  return mcpServers(options)();
}

/** What one server has otherwise than the others over the same tools. */
export type OwnSettings = Partial<CallListedSettings> & ServerIdentity;

/**
 * Makes servers that share everything which does not depend on a connection, so that one for a single request costs
 * next to nothing; each may call tools in a way of its own, for an account of its own. Throws {@link InputError} for a
 * filter that keeps nothing, and {@link CatalogChangedError} where other tools are expected.
 */
export function mcpServers({
  profile,
  name,
  title,
  account,
  version = packageVersion,
  accounts,
  ttlMs = 300_000,
  ...rest
}: McpServerOptions): ((own?: OwnSettings) => Server) & Announced & Direct {
  const { served, naming, tools, calling, instruct, identity: catalog } = prepareServing({ profile, ...rest });
  const { workflows = [], guides = [] } = profile;
  const offered = {
    prompts: workflows
      .filter((workflow) => workflow.tools.every((tool) => served.has(tool)))
      .map((workflow) => prefixedWorkflow(workflow, naming)),
    resources: guides
      .filter((guide) => guide.tools.some((tool) => served.has(tool)))
      .map((guide) => prefixedGuide(guide, naming)),
  };
  const hint = { ttlMs, cacheScope: 'private' as const };
  const list = (): ListToolsResult => ({ ...tools.list(), _meta: { catalog: catalog() } });

  function settle(own: OwnSettings) {
    const { name: ownName = name, title: ownTitle = title, account: ownAccount = account, ...others } = own;
    const { accounts: ownAccounts = accounts, ...ownCalls } = others;
    const identity = { name: ownName, title: ownTitle, account: ownAccount, accounts: ownAccounts };
    const ownCalling = { ...calling, place: placeOf(ownAccount, profile.account?.noun), ...ownCalls };
    const call: DirectServer['call'] = async (params, context) =>
      prefixedResult(await callListed(tools, params, context, ownCalling), naming);
    const info = (): Implementation => serverInfo(profile, { ...identity, version });
    return { call, info, identity, confirm: ownCalling.confirm };
  }

  function make(own: OwnSettings = {}): Server {
    const { call, info, identity } = settle(own);
    const server = new Server(info(), {
      capabilities: {
        tools: {},
        // Of the answers in which a server introduces itself, SDKs show programs this part alone.
        experimental: { catalog: { ...catalog() } },
        ...(offered.prompts.length > 0 && { prompts: {} }),
        ...(offered.resources.length > 0 && { resources: {} }),
      },
      cacheHints: {
        'server/discover': hint,
        'tools/list': hint,
        'prompts/list': hint,
        'resources/list': hint,
        'resources/templates/list': hint,
        'resources/read': hint,
      },
      instructions: instruct(identity.account, identity.accounts),
    });
    server.setRequestHandler('tools/list', list);
    server.setRequestHandler('tools/call', ({ params }, context) =>
      call(params, callContext(context, server.getClientCapabilities())),
    );
    if (offered.prompts.length > 0) servePrompts(server, offered.prompts);
    if (offered.resources.length > 0) serveResources(server, offered.resources);
    return server;
  }

  const direct: Direct['direct'] = (own, { capabilities }) => {
    const { call, info, confirm = 'never' } = settle(own);
    return confirm !== 'never' && canAsk(capabilities) ? undefined : { call, info };
  };

  return Object.assign(make, { catalog, direct });
}
