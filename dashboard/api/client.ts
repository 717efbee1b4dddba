import createClient, { type Middleware } from 'openapi-fetch';
import { ApiError, readProblem } from './api-error.ts';
import type { paths } from './schema.d.ts';
import { csrfToken, sessionEnded } from './session-state.ts';

/** Puts the session's token on what changes something, and makes errors of refusals. */
const middleware: Middleware = {
  onRequest: ({ request }) => {
    const token = csrfToken();
    if (token !== undefined && request.method !== 'GET') request.headers.set('X-CSRF-Token', token);
    return request;
  },
  onResponse: async ({ response, schemaPath }) => {
    if (response.ok) return response;
    const problem = await readProblem(response);
    // A wrong key is answered so as well.
    if (response.status === 401 && schemaPath !== '/session') sessionEnded();
    throw problem;
  },
  onError: () =>
    new ApiError({ status: 0, code: 'unreachable', message: 'The gateway did not answer.', help: UNREACHABLE }),
};

const UNREACHABLE = 'Check that it runs and that this machine reaches it, then try again.';

/** The gateway's public API. It throws an {@link ApiError} for every answer that is no success. */
export const api = createClient<paths>({ baseUrl: location.origin, credentials: 'same-origin' });
api.use(middleware);

/** What an answer holds; a route without a body answers undefined. */
export async function dataOf<Data>(answer: Promise<{ data?: Data | undefined }>): Promise<Data> {
  const { data } = await answer;
  return data as Data;
}
