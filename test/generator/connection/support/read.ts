import {
  type ConnectionSource,
  type ReadConnection,
  readConnection,
} from '../../../../generator/connection/read-connection.ts';
import type { Json } from '../../../../generator/json/json-schema.ts';
import { lookupIn } from '../../../../generator/json/lookup.ts';

/** An operation that asks for what the API asks for, unless said otherwise. */
export function asking(security?: unknown, more: Json = {}): Json {
  return { responses: {}, ...(security !== undefined && { security }), ...more };
}

/** A description of one operation with these schemes, of which the first is required unless said otherwise. */
export function withSchemes(
  securitySchemes: Json,
  security: unknown = [{ [Object.keys(securitySchemes)[0] ?? '']: [] }],
): Json {
  return {
    servers: [{ url: 'https://acme.test' }],
    components: { securitySchemes },
    security,
    paths: { '/things': { get: asking() } },
  };
}

/** The connection of a description of an API called Acme. */
export function read(document: Json, more: Partial<ConnectionSource> = {}): ReadConnection {
  return readConnection(document, { name: 'acme', lookup: lookupIn(document), ...more });
}

/** What was said of a description, without what is merely to be set. */
export function problems({ diagnostics }: ReadConnection): string[] {
  return diagnostics.filter(({ severity }) => severity !== 'info').map(({ code, message }) => `${code} ${message}`);
}

/** The security of a connection that has one. */
export function securityOf({ connection }: ReadConnection) {
  const { authentication } = connection;
  if (typeof authentication !== 'object') throw new Error(`there is no security but ${authentication}`);
  return authentication;
}
