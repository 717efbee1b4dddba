import type { Connection } from '../../runtime/profile/connection.ts';
import { template } from './templates.ts';

/** The text of the file that says how the API is reached, before formatting; a constant, so that its names are types. */
export function emitConnection(connection: Connection): string {
  // In a literal that key would be the prototype; in brackets it is a key like any other.
  const literal = JSON.stringify(connection).replaceAll('"__proto__":', '["__proto__"]:');
  return template('connection.ts.hbs')({ literal });
}
