import type { Connection } from '../profile/connection.ts';
import type { Auth, Credential, SecurityScheme } from '../profile/security.ts';
import { securityOf } from './security-of.ts';

/** Credentials of the right form for all schemes of a connection that are none: enough for dry runs, which send nothing. */
export function exampleAuth(connection: Pick<Connection, 'authentication' | 'environment'>): Auth {
  const { schemes } = securityOf(connection);
  return Object.fromEntries(Object.entries(schemes).map(([name, scheme]) => [name, exampleOf(scheme)]));
}

function exampleOf({ type }: SecurityScheme): Credential {
  return type === 'basic' ? { username: 'example', password: 'example' } : 'example';
}
