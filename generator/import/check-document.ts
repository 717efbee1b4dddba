import { type Diagnostic, diagnostic } from '../diagnostics/diagnostics.ts';
import { isArray, type JsonObject, objectOf } from '../json/json.ts';
import { pointerTo } from '../json/json-pointer.ts';
import { isRecord } from '../json/json-schema.ts';
import type { ParsedText } from '../source/parse-text.ts';
import { methods } from './operation-facts.ts';

/** What is wrong with a parsed text as an OpenAPI 3 description, before any fact is taken from it. */
export function checkDocument(document: JsonObject, locate: ParsedText['locate']): readonly Diagnostic[] {
  const { openapi, swagger, info, paths, components } = document;
  if (swagger !== undefined)
    return [diagnostic('SOURCE_OPENAPI_VERSION', `${locate(['swagger'])}: this is Swagger (OpenAPI 2)`, '/swagger')];
  if (openapi === undefined)
    return [diagnostic('SOURCE_NOT_OPENAPI', `${locate([])}: there is no \`openapi\` key at the top`)];
  if (!/^3\.[01]\.\d+$/.test(String(openapi)))
    return [
      diagnostic(
        'SOURCE_OPENAPI_VERSION',
        `${locate(['openapi'])}: OpenAPI ${String(openapi)} is not supported`,
        '/openapi',
      ),
    ];
  if (!isRecord(paths) || Object.keys(paths).length === 0)
    return [diagnostic('SOURCE_NO_PATHS', `${locate(['paths'])}: the description has no paths`, '/paths')];
  if (!isRecord(info) || info.version === undefined)
    return [diagnostic('SOURCE_MALFORMED', `${locate(['info'])}: info.version is missing`, '/info')];
  if (!isRecord(components) || !isRecord(components.schemas) || document.servers === undefined)
    return [
      diagnostic(
        'SOURCE_TRUNCATED',
        `${locate([])}: \`components\` or \`servers\` is missing, so the text may be cut off`,
      ),
    ];
  if (isRecord(components.securitySchemes) && !usesSecurity(document))
    return [
      diagnostic(
        'SOURCE_TRUNCATED',
        `${locate([])}: nothing uses the security schemes, so \`security\` may be cut off`,
      ),
    ];
  return checkPaths(paths, locate);
}

function usesSecurity({ security, paths }: JsonObject): boolean {
  return (
    isArray(security) ||
    Object.values(objectOf(paths)).some((item) =>
      methods.some((method) => 'security' in objectOf(objectOf(item)[method])),
    )
  );
}

function checkPaths(paths: JsonObject, locate: ParsedText['locate']): readonly Diagnostic[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    ['', ...methods].flatMap((method) => {
      const keys = method === '' ? ['paths', path] : ['paths', path, method];
      const value = method === '' ? item : objectOf(item)[method];
      const wrong = method === '' ? !isRecord(value) : value !== undefined && !isRecord(objectOf(value).responses);
      const what = method === '' ? 'this path has no operations' : 'this operation has no responses';
      return wrong ? [diagnostic('SOURCE_MALFORMED', `${locate(keys)}: ${what}`, pointerTo(keys))] : [];
    }),
  );
}
