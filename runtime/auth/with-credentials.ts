import type { Carried } from '../http/carry-credentials.ts';
import { ApiError } from '../http/errors.ts';
import type { Tool } from '../tool/tool.ts';
import type { Authenticator } from './open-auth.ts';

/**
 * Sends with the credentials of a call, and once more with new tokens where the API refuses those of before: a request that was
 * refused for its token did nothing.
 */
export async function withCredentials<Answer>(
  authenticator: Authenticator,
  { tool, signal }: { readonly tool: Pick<Tool, 'name' | 'security'>; readonly signal?: AbortSignal | undefined },
  send: (credentials: readonly Carried[]) => Promise<Answer>,
): Promise<Answer> {
  const { credentials, renew } = await authenticator.authorize(tool, signal);
  try {
    return await send(credentials);
  } catch (error) {
    if (renew === undefined || !(error instanceof ApiError) || error.status !== 401) throw error;
    renew();
    return await send((await authenticator.authorize(tool, signal)).credentials);
  }
}
