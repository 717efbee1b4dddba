import {
  arrayOf,
  defined,
  ifText,
  type Json,
  type JsonObject,
  mapValues,
  objectOf,
  textOf,
  textsOf,
} from '../json/json.ts';
import { isRecord } from '../json/json-schema.ts';

/** The facts of a list of servers: their addresses, and what the variables of these may be. */
export function serverFacts(servers: Json | undefined): Json {
  return arrayOf(servers).map((server) => {
    const { url, variables } = objectOf(server);
    return defined({
      url: textOf(url),
      variables: isRecord(variables) ? mapValues(objectOf(variables), variableFacts) : undefined,
    });
  });
}

function variableFacts(variable: Json): JsonObject {
  const { default: preset, enum: values } = objectOf(variable);
  return defined({
    default: isScalar(preset) ? String(preset) : undefined,
    enum: values === undefined ? undefined : arrayOf(values).filter(isScalar).map(String),
  });
}

/** Ports are written as numbers now and then. */
function isScalar(value: Json | undefined): boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

/** Which security schemes are wanted, and their scopes. */
export function securityFacts(security: Json): Json {
  return arrayOf(security).map((wanted) => mapValues(objectOf(wanted), (scopes) => textsOf(scopes)));
}

/** The facts of a security scheme; of the flows of OAuth that which needs no person. */
export function securitySchemeFacts(scheme: Json): JsonObject {
  const { type, scheme: name, in: place, name: key, flows } = objectOf(scheme);
  const { tokenUrl } = objectOf(objectOf(flows).clientCredentials);
  return defined({
    type: ifText(type),
    scheme: ifText(name),
    in: ifText(place),
    name: ifText(key),
    flows: tokenUrl === undefined ? undefined : { clientCredentials: { tokenUrl: textOf(tokenUrl) } },
  });
}
