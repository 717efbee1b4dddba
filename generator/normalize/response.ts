import type { HttpMethod, ResponseKind } from '../../runtime/tool/tool.ts';
import type { Operation } from '../ir/ir.ts';
import { isRecord, type Json } from '../json/json-schema.ts';
import type { Lookup } from '../json/lookup.ts';
import { isJsonType } from '../text/media-type.ts';
import { alternatives } from './alternatives.ts';
import { declaredHeaders } from './answer-headers.ts';
import { isCollection, itemsPlace } from './items-place.ts';
import { isOpenSchema } from './open-schema.ts';

/** What an operation is asked for: its method and path, and whether a query is needed, as of one that finds a thing by its id. */
interface Asked {
  readonly method?: HttpMethod;
  readonly path: string;
  readonly isLookUp: boolean;
}

/** What an operation answers when all is well: the kind, and the status and media type that the output's type is found at. */
export function responseOf(
  responses: Json,
  lookup: Lookup,
  asked: Asked = { path: '', isLookUp: true },
): Pick<Operation, 'response' | 'headers' | 'status' | 'mediaType' | 'isList'> {
  const statuses = Object.keys(responses).sort();
  const good = statuses.filter((status) => /^2(?:\d\d|XX)$/i.test(status));
  if (asked.method === 'HEAD') {
    const headers = declaredHeaders(responses, lookup);
    return { response: 'headers', headers, status: good[0], mediaType: undefined, isList: false };
  }
  const withContent = [
    ...good,
    ...(statuses.length === 1 ? statuses.filter((status) => status === 'default') : []),
  ].find((status) => contentOf(responses[status], lookup));
  const content = withContent === undefined ? undefined : contentOf(responses[withContent], lookup);
  if (withContent === undefined || !content) {
    const redirects = good.length === 0 && statuses.some((status) => /^30\d$/.test(status));
    return { response: redirects ? 'redirect' : 'none', status: good[0], mediaType: undefined, isList: false };
  }
  const types = Object.keys(content);
  const mediaType = types.find(isJson) ?? types[0];
  const media = mediaType === undefined ? undefined : content[mediaType];
  return {
    response: kindOf(mediaType, media, lookup),
    status: withContent,
    mediaType,
    isList: isRecord(media) && isRecord(media.schema) && isListSchema(media.schema, asked, lookup),
  };
}

/** What a body of a media type is read as; a range of them is what its schema makes of it. */
function kindOf(mediaType = '', media: unknown, lookup: Lookup): ResponseKind {
  if (isJson(mediaType)) return 'json';
  if (/^text\/|[/+](?:xml|yaml|csv|x-ndjson|ndjson|jsonl|json-seq|javascript)\b/i.test(mediaType)) return 'text';
  const schema = isRecord(media) && isRecord(media.schema) ? media.schema : undefined;
  const isObject = schema && alternatives(schema, lookup).some(({ schema: form }) => isStructure(form));
  return /^(?:\*|application)\/\*/i.test(mediaType) && isObject ? 'json' : 'binary';
}

/** Some write the subtype alone. */
function isJson(type: string): boolean {
  return isJsonType(`/${type}`);
}

function isStructure({ type, properties, items }: Json): boolean {
  return type === 'object' || type === 'array' || isRecord(properties) || isRecord(items);
}

function contentOf(response: unknown, lookup: Lookup): Json | undefined {
  const target = isRecord(response) && typeof response.$ref === 'string' ? lookup(response.$ref) : response;
  const content = isRecord(target) ? target.content : undefined;
  return isRecord(content) && Object.keys(content).length > 0 ? content : undefined;
}

/**
 * A list by its shape: the items have a place, a name or a type says list, or there are pages; of an answer of which nothing is
 * declared the path decides.
 */
function isListSchema(schema: Json, { path, isLookUp }: Asked, lookup: Lookup): boolean {
  if (itemsPlace(schema, path, lookup) !== undefined) return true;
  if (isOpenSchema(schema, lookup)) return !isLookUp && isCollection(path);
  if (typeof schema.$ref === 'string' && /(?:_list|List)$/.test(schema.$ref)) return true;
  return alternatives(schema, lookup).some(({ schema: form }) => {
    if (form.type === 'array') return true;
    if (!isRecord(form.properties)) return false;
    const { type, pages, data } = form.properties;
    const says =
      isRecord(type) && Array.isArray(type.enum) && type.enum.some((value) => /(?:\.|^)list$/.test(String(value)));
    const dataForm = isRecord(data) ? alternatives(data, lookup)[0]?.schema : undefined;
    return says || pages !== undefined || dataForm?.type === 'array';
  });
}
