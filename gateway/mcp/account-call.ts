import type { RateLimit } from '../../runtime/http/rate-limit.ts';
import type { CallListedSettings } from '../../runtime/mcp/call-outcome.ts';
import type { AccountAccess } from '../accounts/access-account.ts';
import type { GatewayContext } from '../context/gateway-context.ts';
import { createRecordedCall, type RecordedCall, type RecordedCallOptions } from './recorded-call.ts';

/** Calls a tool for one request, or runs a program that calls several, and writes down what each came to. */
export interface AccountCall extends Pick<RecordedCall, 'client' | 'onCall'> {
  /** A call that a program of the request makes. */
  readonly innerCall: NonNullable<CallListedSettings['innerCall']>;
  /** What the API's last answer said about the budget that is left. */
  readonly rateLimit: () => RateLimit | undefined;
}

/** Where the calls of one request go, and by whom. */
export interface AccountCallOptions extends Pick<RecordedCallOptions, 'serverId' | 'by' | 'going'> {
  readonly access: AccountAccess;
  /** The account that a tool is called in; that of the request unless given. */
  readonly accountOf?: ((tool: string) => AccountAccess) | undefined;
  /** Whether a name is that of a tool. */
  readonly isTool: RecordedCallOptions['isTool'];
  /** Judges a call of a program as a request of its own: makes what {@link RecordedCallOptions} has of it. The account as it was unless given. */
  readonly admitInner?: (() => RecordedCallOptions['admit']) | undefined;
}

/** The calls of one request in an account. */
export function createAccountCall(
  context: GatewayContext,
  { access, accountOf = () => access, admitInner, ...options }: AccountCallOptions,
): AccountCall {
  let rateLimit: RateLimit | undefined;
  const onBudget = (latest: RateLimit | undefined): void => {
    rateLimit = latest;
  };
  const admitted = async (tool: string): Promise<AccountAccess> => accountOf(tool);
  const common = { ...options, accountId: access.account.id, onBudget };
  const own = createRecordedCall(context, { ...common, admit: admitted });
  return {
    client: own.client,
    onCall: own.onCall,
    rateLimit: () => rateLimit,
    innerCall: ({ id }) => {
      own.runs(id);
      const { client, onCall } = createRecordedCall(context, {
        ...common,
        admit: admitInner?.() ?? admitted,
        madeBy: id,
      });
      return { client, onCall };
    },
  };
}
