import * as z from 'zod';
import { createClient } from '../../intercom/client.ts';
import type { Tool } from '../../runtime/tool/tool.ts';
import { ToolkitError } from '../../runtime/value/errors.ts';

/** The workspace and the admin that a token belongs to; what the API leaves out is missing. */
const identity = z.object({
  id: z.coerce.string().optional().catch(undefined),
  name: z.string().optional().catch(undefined),
  email: z.string().optional().catch(undefined),
  app: z
    .object({
      id_code: z.string().optional().catch(undefined),
      name: z.string().optional().catch(undefined),
      region: z.string().optional().catch(undefined),
      timezone: z.string().optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
});

/** What `GET /me` answers, as far as it is shown. */
export type Identity = z.infer<typeof identity>;

/** The outcome of asking an address whose token this is. */
export interface Identification {
  readonly identity?: Identity;
  /** Why there is no identity. */
  readonly error?: ToolkitError;
  /** The server's clock less this one's, in seconds, where the answer had a date. */
  readonly skew?: number;
}

/** How to ask; `now` is this machine's clock in unix milliseconds. */
export interface IdentifyOptions {
  readonly whoAmI: Tool;
  readonly token: string;
  /** The version of the API that is asked for; that of the tools unless given. */
  readonly version?: string | undefined;
  readonly fetch: typeof fetch;
  readonly now: () => number;
}

/** Asks an address whose token this is; a bug is thrown on, everything else is an answer. */
export async function identify(
  baseUrl: string,
  { whoAmI, token, version, fetch, now }: IdentifyOptions,
): Promise<Identification> {
  let skew: number | undefined;
  const client = createClient({
    token,
    baseUrl,
    timeout: 10_000,
    ...(version !== undefined && { version }),
    fetch: async (...request) => {
      const before = now();
      const response = await fetch(...request);
      const date = Date.parse(response.headers.get('date') ?? '');
      if (!Number.isNaN(date)) skew = Math.round((date - (before + now()) / 2) / 1000);
      return response;
    },
  });
  const measured = (): Pick<Identification, 'skew'> => (skew === undefined ? {} : { skew });
  try {
    return { identity: identity.parse(await client.call(whoAmI, {})), ...measured() };
  } catch (error) {
    if (error instanceof ToolkitError) return { error, ...measured() };
    if (error instanceof z.ZodError) return { error: noIdentity(), ...measured() };
    throw error;
  }
}

function noIdentity(): ToolkitError {
  return new ToolkitError('invalid_response', 'the answer is not that of Intercom', 'Check INTERCOM_BASE_URL.');
}
