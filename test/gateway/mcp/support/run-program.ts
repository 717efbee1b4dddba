import { type AccountCall, createAccountCall } from '../../../../gateway/mcp/account-call.ts';
import { createInnerAdmission } from '../../../../gateway/mcp/admit-inner.ts';
import { createGate } from '../../../../gateway/mcp/gate.ts';
import { spendAccountLimit, spendRateLimit } from '../../../../gateway/mcp/rate-limit.ts';
import type { CreatedServer } from '../../../../gateway/servers/create-server.ts';
import { intercom } from '../../../../intercom/catalog.ts';
import { callListed } from '../../../../runtime/mcp/call-listed.ts';
import type { CallOutcome } from '../../../../runtime/mcp/index.ts';
import type { TestGateway } from '../../support/gateway.ts';

/** A request to a server that runs a program, as the endpoint makes it. */
export interface ProgramRun {
  readonly call: AccountCall;
  readonly refused: string[];
  /** A call that the program makes; answers its text. */
  readonly inner: (tool: string, args?: object) => Promise<string>;
  readonly end: (outcome?: Partial<CallOutcome>) => Promise<void>;
}

/** Begins a program of this id. */
export async function runProgram(
  { gateway: { context } }: TestGateway,
  server: CreatedServer,
  { id = 'p1', bearer, going = new Set() }: { id?: string; bearer?: string; going?: Set<Promise<void>> } = {},
): Promise<ProgramRun> {
  const request = new Request(server.url, { headers: bearer ? { authorization: `Bearer ${bearer}` } : {} });
  const inUrl = new URL(server.url).pathname.slice('/mcp/'.length);
  // Anew each time: what a gate remembers for half a second is not waited for.
  const admit = () => createGate(context).admit(request, { inUrl, address: '127.0.0.1' });
  const admitted = await admit();
  if (admitted.refusal !== undefined) throw new Error(admitted.refusal.message);
  const { active, by } = admitted;
  const refused: string[] = [];
  const admitInner = createInnerAdmission({
    ...{ active, admit },
    spend: async (latest) => spendAccountLimit(context, latest.account.id) ?? spendRateLimit(context, latest),
    onRefused: ({ code }) => refused.push(code),
  });
  const call = createAccountCall(context, {
    access: active,
    serverId: active.row.id,
    by,
    going,
    isTool: () => true,
    admitInner,
  });
  return {
    ...{ call, refused },
    inner: async (tool, args = {}) => {
      const result = await callListed(
        { resolve: () => ({ tool, arguments: args }) },
        { name: tool, arguments: args },
        { signal: new AbortController().signal },
        { ...intercom, ...call.innerCall({ id }) },
      );
      return JSON.stringify(result);
    },
    end: (outcome = {}) =>
      call.onCall({
        ...{ tool: 'run_code', arguments: { code: 'return 1', dry_run: false }, status: 'ok', isCancelled: false },
        programId: id,
        ...outcome,
      }),
  };
}
