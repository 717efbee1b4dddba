import type { Context } from 'hono';
import { html } from 'hono/html';
import type { GatewayContext } from '../../context/gateway-context.ts';
import { htmlPage } from '../../http/html-page.ts';
import { StoreUnavailable } from '../../store/contract/store-unavailable.ts';

/** What helps after most failures. */
export const NEW_LINK = 'Ask whoever runs this gateway for a new link, and log in again.';

/** A login that came to nothing, shown on a page. Neither `reason` nor `detail` (for the log) ever holds a secret. */
export class LoginFailure extends Error {
  override readonly name = 'LoginFailure';
  readonly status: 400 | 403 | 502;
  readonly reason: string;
  readonly detail: string | undefined;
  readonly help: string;

  constructor(
    { status, reason, detail }: { status: LoginFailure['status']; reason: string; detail?: string | undefined },
    message: string,
    help: string = NEW_LINK,
  ) {
    super(message);
    this.status = status;
    this.reason = reason;
    this.detail = detail;
    this.help = help;
  }
}

/** A login that the store was needed for and could not be asked. */
function storeAway({ message, code, retryAfter, isOutcomeUnknown }: StoreUnavailable) {
  const help = isOutcomeUnknown
    ? 'It is not known how far this login came: ask whoever runs this gateway whether the account is connected, or for a new link.'
    : `Load this page again in ${retryAfter} seconds. ${NEW_LINK}`;
  return { status: 503, reason: code, detail: undefined, message, help } as const;
}

/** Shows what a step of a login answers, and a page that says what to do where it fails. */
export async function showingFailures(
  { logger }: Pick<GatewayContext, 'logger'>,
  c: Context,
  step: () => Promise<Response>,
): Promise<Response> {
  try {
    return await step();
  } catch (error) {
    if (error instanceof StoreUnavailable) c.header('Retry-After', String(error.retryAfter));
    else if (!(error instanceof LoginFailure)) throw error;
    const { status, reason, detail, message, help } = error instanceof StoreUnavailable ? storeAway(error) : error;
    logger.warn({ reason, detail, status }, 'a login failed');
    const body = html`<p class="error">${message}</p><p>${help}</p>`;
    const title = status === 503 ? 'The gateway cannot go on now' : 'Nothing was connected';
    return htmlPage(c, { title, body, status });
  }
}
