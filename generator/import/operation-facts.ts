import {
  arrayOf,
  defined,
  ifFlag,
  ifText,
  type Json,
  type JsonObject,
  mapValues,
  objectOf,
  textOf,
  textsOf,
} from '../json/json.ts';
import { securityFacts, serverFacts } from './connection-facts.ts';
import { earlierErrorCodes, earlierPageSize } from './earlier-facts.ts';
import { exampleErrorCodes } from './error-codes.ts';
import { operationPageSize, statedPageSize } from './page-size.ts';
import { schemaFacts } from './schema-facts.ts';

/** The HTTP methods that a path item may hold, in the order of the OpenAPI specification. */
export const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const;

/** The facts of one operation. */
export function operationFacts(operation: JsonObject): JsonObject {
  const { operationId, tags, parameters, requestBody, responses, deprecated, security, servers, description } =
    operation;
  return defined({
    operationId: ifText(operationId),
    tags: tags === undefined ? undefined : textsOf(tags),
    parameters: parameters === undefined ? undefined : parametersFacts(parameters),
    requestBody: requestBody === undefined ? undefined : requestBodyFacts(requestBody),
    responses: mapValues(objectOf(responses), responseFacts),
    deprecated: ifFlag(deprecated),
    security: security === undefined ? undefined : securityFacts(security),
    servers: servers === undefined ? undefined : serverFacts(servers),
    'x-page-size': pageSizeFact(operationPageSize(textOf(description))) ?? earlierPageSize(operation['x-page-size']),
  });
}

/** The facts of a list of parameters, in its order. */
export function parametersFacts(parameters: Json): Json {
  return arrayOf(parameters).map(parameterFacts);
}

/** The facts of one parameter, with the page size that its prose states when it is `per_page`. */
export function parameterFacts(parameter: Json): JsonObject {
  const {
    $ref,
    name,
    in: place,
    required,
    schema,
    content,
    style,
    explode,
    deprecated,
    description,
    'x-page-size': pageSize,
  } = objectOf(parameter);
  if (typeof $ref === 'string') return { $ref };
  return defined({
    name: ifText(name),
    in: ifText(place),
    required: ifFlag(required),
    style: ifText(style),
    explode: ifFlag(explode),
    deprecated: ifFlag(deprecated),
    schema: schema === undefined ? undefined : schemaFacts(schema),
    content: content === undefined ? undefined : contentFacts(content),
    'x-page-size':
      name === 'per_page'
        ? (pageSizeFact(statedPageSize(textOf(description))) ?? earlierPageSize(pageSize))
        : undefined,
  });
}

/** The facts of a request body. */
export function requestBodyFacts(body: Json): JsonObject {
  const { $ref, required, content } = objectOf(body);
  if (typeof $ref === 'string') return { $ref };
  return defined({ required: ifFlag(required), content: contentFacts(content) });
}

/** The facts of a response; OpenAPI demands a `description`, so it is there and empty. */
export function responseFacts(response: Json, status: string): JsonObject {
  const { $ref, content, 'x-error-codes': earlier } = objectOf(response);
  if (typeof $ref === 'string') return { $ref };
  const shown = exampleErrorCodes(objectOf(response));
  const codes = status.startsWith('2') ? [] : shown.length > 0 ? shown : (earlierErrorCodes(earlier) ?? []);
  return defined({
    description: '',
    content: content === undefined ? undefined : contentFacts(content),
    'x-error-codes': codes.length > 0 ? codes : undefined,
  });
}

function contentFacts(content: Json | undefined): JsonObject {
  return mapValues(objectOf(content), (mediaType) => {
    const { schema } = objectOf(mediaType);
    return schema === undefined ? {} : { schema: schemaFacts(schema) };
  });
}

function pageSizeFact(size: ReturnType<typeof statedPageSize>): JsonObject | undefined {
  return size === undefined ? undefined : { ...size };
}
