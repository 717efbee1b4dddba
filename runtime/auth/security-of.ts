import type { Connection } from '../profile/connection.ts';
import type { Security } from '../profile/security.ts';

/** What calls have to prove, also where a connection says it in one word: its one scheme is then called `token`. */
export function securityOf({
  authentication,
  environment,
}: Pick<Connection, 'authentication' | 'environment'>): Security {
  if (typeof authentication === 'object') return authentication;
  if (authentication === 'none') return { schemes: {}, requirements: [] };
  const { token } = environment ?? {};
  return {
    schemes: { token: { type: 'bearer', environment: { ...(token !== undefined && { token }) } } },
    requirements: [['token']],
  };
}
