import { upgradeFromTwoToThree } from '@scalar/openapi-upgrader/2.0-to-3.0';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostics.ts';
import { pointerTo } from '../json/json-pointer.ts';
import { isRecord, type Json } from '../json/json-schema.ts';
import { mend } from '../openapi/mend.ts';
import { reasonOf } from '../text/reason-of.ts';
import { prepareSwagger } from './prepare-swagger.ts';

/** A Swagger 2 description as one of OpenAPI 3.0; a path that the converter fails on is left out, and a warning names it. */
export function convertSwagger(
  location: string,
  document: Json,
): { document: Json; diagnostics: readonly Diagnostic[] } {
  const mended = mend(document, 'swagger');
  const prepared = prepareSwagger(mended.document);
  const note = diagnostic('SOURCE_CONVERTED', `${location} is Swagger 2.0: it is read as OpenAPI 3.0`);
  const { converted, problems } = convertAll(prepared.document);
  return {
    document: converted,
    diagnostics: [note, ...mended.diagnostics, ...prepared.diagnostics, ...problems],
  };
}

function convertAll(document: Json): { converted: Json; problems: readonly Diagnostic[] } {
  try {
    return { converted: convert(document), problems: [] };
  } catch {
    const rest = convert({ ...document, paths: {} });
    const paths: Json = {};
    const problems: Diagnostic[] = [];
    for (const [path, item] of Object.entries(isRecord(document.paths) ? document.paths : {})) {
      try {
        const { swagger, consumes, produces } = document;
        Object.assign(
          paths,
          convert({
            swagger,
            ...(consumes !== undefined && { consumes }),
            ...(produces !== undefined && { produces }),
            paths: { [path]: item },
          }).paths,
        );
      } catch (error) {
        problems.push(
          diagnostic(
            'OPERATION_LEFT_OUT',
            `${path} could not be converted from Swagger 2: ${reasonOf(error)}`,
            pointerTo(['paths', path]),
          ),
        );
      }
    }
    return { converted: { ...rest, paths: pointing(paths) }, problems };
  }
}

/** The converter changes what it is given. */
function convert(document: Json): Json {
  const converted: unknown = upgradeFromTwoToThree(structuredClone(defined(document)));
  if (isRecord(converted)) return converted;
  throw new Error('the converter answers no description');
}

function defined(document: Json): Json {
  return Object.fromEntries(Object.entries(document).filter(([, value]) => value !== undefined));
}

/** References of paths that were converted without what they lead to. */
function pointing(paths: Json): Json {
  const move = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(move);
    if (!isRecord(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => [
        key,
        key === '$ref' && typeof part === 'string' ? moved(part) : move(part),
      ]),
    );
  };
  const result = move(paths);
  return isRecord(result) ? result : {};
}

function moved(ref: string): string {
  return ref
    .replace(/^#\/definitions\//, '#/components/schemas/')
    .replace(/^#\/(parameters|responses)\//, '#/components/$1/');
}
