import { arrayOf, defined, type Json, type JsonObject, mapValues, objectOf, textOf } from '../json/json.ts';
import { isRecord } from '../json/json-schema.ts';
import { byCodeUnit } from '../json/stable-json.ts';
import { securityFacts, securitySchemeFacts, serverFacts } from './connection-facts.ts';
import {
  methods,
  operationFacts,
  parameterFacts,
  parametersFacts,
  requestBodyFacts,
  responseFacts,
} from './operation-facts.ts';
import { schemaFacts } from './schema-facts.ts';

/** The facts of a whole OpenAPI document; `apiVersion` is its `info.version` as written. */
export function documentFacts(document: JsonObject, apiVersion: string): JsonObject {
  const { openapi, info, servers, security, tags, paths, components } = document;
  const kept = mapValues(objectOf(paths), pathItemFacts);
  return defined({
    openapi,
    info: { title: textOf(objectOf(info).title), version: apiVersion },
    servers: serverFacts(servers),
    security: security === undefined ? undefined : securityFacts(security),
    tags: tagFacts(tags, kept),
    paths: kept,
    components: componentFacts(objectOf(components), kept),
  });
}

function pathItemFacts(item: Json): JsonObject {
  const { parameters, servers, ...rest } = objectOf(item);
  const operations = methods.flatMap((method): [string, Json][] => {
    const operation = rest[method];
    return isRecord(operation) ? [[method, operationFacts(operation)]] : [];
  });
  return {
    ...(parameters === undefined ? {} : { parameters: parametersFacts(parameters) }),
    ...(servers === undefined ? {} : { servers: serverFacts(servers) }),
    ...Object.fromEntries(operations),
  };
}

function tagFacts(declared: Json | undefined, paths: JsonObject): Json {
  const used = Object.values(paths).flatMap((item) =>
    Object.values(objectOf(item)).flatMap((operation) => arrayOf(objectOf(operation).tags)),
  );
  const names = [...arrayOf(declared).map((tag) => objectOf(tag).name), ...used];
  const distinct = new Set(names.filter((name) => typeof name === 'string'));
  return [...distinct].sort(byCodeUnit).map((name) => ({ name }));
}

function componentFacts(components: JsonObject, paths: JsonObject): JsonObject {
  const kept = {
    schemas: mapValues(objectOf(components.schemas), schemaFacts),
    parameters: mapValues(objectOf(components.parameters), parameterFacts),
    requestBodies: mapValues(objectOf(components.requestBodies), requestBodyFacts),
  };
  const text = JSON.stringify(paths);
  const responses = Object.entries(objectOf(components.responses)).filter(([name]) =>
    text.includes(JSON.stringify(`#/components/responses/${name}`)),
  );
  return {
    ...Object.fromEntries(Object.entries(kept).filter(([, value]) => Object.keys(value).length > 0)),
    ...(responses.length === 0 ? {} : { responses: mapValues(Object.fromEntries(responses), responseFacts) }),
    securitySchemes: mapValues(objectOf(components.securitySchemes), securitySchemeFacts),
  };
}
