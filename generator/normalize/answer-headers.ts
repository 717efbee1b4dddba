import { isRecord, type Json } from '../json/json-schema.ts';
import type { Lookup } from '../json/lookup.ts';

/** Headers that are credentials, or speak to the client and not to whoever called. */
const SILENT =
  /^(?:set-cookie2?|(?:proxy-)?(?:authorization|authenticat\w*)|www-authenticate|connection|transfer-encoding)$/;

/** A name that a header may have (RFC 9110, 5.1). */
const NAME = /^[\w!#$%&'*+.^`|~-]+$/;

/** More headers than this are not told. */
const MOST = 40;

/** The headers that the good answers of an operation declare, in small letters. */
export function declaredHeaders(responses: Json, lookup: Lookup): readonly string[] {
  const names = Object.entries(responses).flatMap(([status, value]) => {
    const response = isRecord(value) && typeof value.$ref === 'string' ? lookup(value.$ref) : value;
    const isGood = /^(?:[23]|default$)/i.test(status);
    return isGood && isRecord(response) && isRecord(response.headers) ? Object.keys(response.headers) : [];
  });
  const told = names.map((name) => name.toLowerCase()).filter((name) => NAME.test(name) && !SILENT.test(name));
  return [...new Set(told)].slice(0, MOST);
}
