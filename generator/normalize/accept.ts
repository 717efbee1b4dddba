import type { ResponseKind } from '../../runtime/tool/tool.ts';
import { isRecord, type Json } from '../json/json-schema.ts';
import type { Lookup } from '../json/lookup.ts';
import { isJsonType } from '../text/media-type.ts';

/** What a client accepts by itself of each kind of answer. */
const usual: Readonly<Partial<Record<ResponseKind, string>>> = {
  json: 'application/json',
  text: 'text/plain',
  binary: 'application/octet-stream',
};

/** More types than these are named by none: `*` stands for the rest. */
const most = 8;

/**
 * The header Accept of an operation: the media types of its good answers, those of the kind that the tool reads first, and the
 * types of its errors that are JSON of their own (RFC 9110, 12.5.1). Undefined where it is what the client accepts anyway.
 */
export function acceptOf(
  responses: Json,
  lookup: Lookup,
  { response, mediaType }: { response: ResponseKind; mediaType: string | undefined },
): string | undefined {
  const plain = usual[response];
  if (plain === undefined || mediaType === undefined) return undefined;
  const isGood = (status: string): boolean => /^2(?:\d\d|XX)$/i.test(status) || Object.keys(responses).length === 1;
  const typesOf = (wanted: boolean): string[] =>
    Object.entries(responses)
      .filter(([status]) => isGood(status) === wanted)
      .flatMap(([, each]) => Object.keys(contentOf(each, lookup)).flatMap(rangeOf));
  const good = [...new Set([...rangeOf(mediaType), ...typesOf(true)])];
  const problems = [...new Set(typesOf(false))].filter((type) => isJsonType(type) && type !== 'application/json');
  const isRead = (type: string): boolean => response !== 'json' || isJsonType(type);
  const first = good.filter(isRead);
  const others = [...good.filter((type) => !isRead(type)), ...problems.filter((type) => !good.includes(type))];
  // JSON is what is meant where a description says nothing but "anything".
  if (first.length === 0) first.push(plain);
  const ranges = [...first, ...others.map((type) => `${type};q=0.5`)];
  const header = (ranges.length > most ? [...ranges.slice(0, most), '*/*;q=0.1'] : ranges).join(', ');
  return header === '' || header === plain ? undefined : header;
}

/** A media type as a media range, without the charset that answers have; nothing where it is none. */
function rangeOf(type: string): string[] {
  const [name = '', ...parameters] = type.split(';').map((part) => part.trim());
  if (!/^(?:[\w!#$&^.+-]+|\*)\/(?:[\w!#$&^.+-]+|\*)$/.test(name)) return [];
  const kept = parameters.filter(
    (part) => /^[\w-]+=(?:[\w.+-]+|"[^"\\\r\n]*")$/.test(part) && !/^(?:charset|q)=/i.test(part),
  );
  return [[name.toLowerCase(), ...kept].join(';')];
}

function contentOf(response: unknown, lookup: Lookup): Json {
  const target = isRecord(response) && typeof response.$ref === 'string' ? lookup(response.$ref) : response;
  return isRecord(target) && isRecord(target.content) ? target.content : {};
}
