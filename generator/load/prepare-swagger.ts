import { type Diagnostic, diagnostic } from '../diagnostics/diagnostics.ts';
import { pointerTo, valueAt } from '../json/json-pointer.ts';
import { isRecord, type Json } from '../json/json-schema.ts';
import { mapKeys } from '../openapi/map-parts.ts';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch'];
const FORMS = ['multipart/form-data', 'application/x-www-form-urlencoded'];

/** How lists can be written in each place: what the converter knows a style of OpenAPI 3 for. */
const FORMATS: Readonly<Record<string, readonly string[]>> = {
  query: ['csv', 'ssv', 'pipes', 'multi'],
  formData: ['csv', 'ssv', 'pipes', 'multi'],
  path: ['csv'],
  header: ['csv'],
};

/**
 * A Swagger 2 description in the form that loses nothing when it is converted: each operation has its parameters itself, says how
 * its form is sent, and addresses say their scheme.
 */
export function prepareSwagger(document: Json): { document: Json; diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const paths = mapKeys(recordOf(document.paths), '/paths', (item, _, pointer) =>
    isRecord(item) ? pathItem(item, { pointer, document, diagnostics }) : item,
  );
  const responses = mapKeys(recordOf(document.responses), '', (response) =>
    isFileResponse(response, document) && document.produces === undefined ? withOctets(response) : response,
  );
  // Every parameter stands in its operation by now.
  const { parameters: _, ...rest } = document;
  const prepared = { ...rest, ...withoutEmpty(document), ...schemesOf(document), paths };
  return { document: document.responses === undefined ? prepared : { ...prepared, responses }, diagnostics };
}

interface Preparing {
  readonly pointer: string;
  readonly document: Json;
  readonly diagnostics: Diagnostic[];
}

function pathItem(item: Json, { pointer, document, diagnostics }: Preparing): Json {
  const { parameters, ...operations } = item;
  const shared = resolved(parameters, document);
  return mapKeys(operations, pointer, (operation, method, at) => {
    if (!METHODS.includes(method) || !isRecord(operation)) return operation;
    const own = resolved(operation.parameters, document);
    const inherited = shared.filter((one) => !own.some((other) => isSame(one, other)));
    const all = [...inherited, ...own].map((parameter) => written(parameter, { pointer: at, document, diagnostics }));
    const responses = mapKeys(recordOf(operation.responses), '', (response) => {
      const target =
        isRecord(response) && typeof response.$ref === 'string' ? valueAt(document, response.$ref) : response;
      const hasType = operation.produces !== undefined || document.produces !== undefined;
      return isFileResponse(target, document) && !hasType && isRecord(target) ? withOctets(target) : response;
    });
    return {
      ...operation,
      ...withoutEmpty(operation),
      ...formTypes(operation, all, document),
      parameters: all,
      responses,
    };
  });
}

/** Parameters without references; those that lead nowhere are left out, as the step before has said. */
function resolved(parameters: unknown, document: Json): Json[] {
  const list: readonly unknown[] = Array.isArray(parameters) ? parameters : [];
  return list.flatMap((parameter): readonly Json[] => {
    let target: unknown = parameter;
    for (let hops = 0; isRecord(target) && typeof target.$ref === 'string' && hops < 8; hops += 1)
      target = valueAt(document, target.$ref);
    return isRecord(target) && typeof target.in === 'string' ? [structuredClone(target)] : [];
  });
}

function isSame(one: Json, other: Json): boolean {
  return one.in === other.in && (one.in === 'body' || one.name === other.name);
}

/** A parameter that says how its list is written. */
function written(parameter: Json, { pointer, diagnostics }: Preparing): Json {
  if (parameter.type !== 'array' || typeof parameter.in !== 'string') return parameter;
  const { collectionFormat: format = 'csv' } = parameter;
  if (typeof format === 'string' && !FORMATS[parameter.in]?.includes(format))
    diagnostics.push(
      diagnostic(
        'COLLECTION_FORMAT',
        `the list ${String(parameter.name)} is written as ${format}, which OpenAPI 3 has no style for in ${parameter.in}: it is sent with commas`,
        pointer,
      ),
    );
  const isKnown = typeof format === 'string' && FORMATS[parameter.in]?.includes(format);
  return { ...parameter, collectionFormat: isKnown ? format : 'csv' };
}

/** How an operation with a form sends it: as it says, or with parts where there is a file, or as pairs. */
function formTypes({ consumes: own }: Json, parameters: readonly Json[], document: Json): Json {
  const fields = parameters.filter((parameter) => parameter.in === 'formData');
  if (fields.length === 0) return {};
  const stated = [own, document.consumes].find((list) => Array.isArray(list) && list.length > 0);
  const forms = (Array.isArray(stated) ? stated : []).filter((type) => FORMS.includes(type));
  const hasFile = fields.some(({ type }) => type === 'file');
  if (hasFile) return { consumes: ['multipart/form-data'] };
  return { consumes: forms.length > 0 ? forms : ['application/x-www-form-urlencoded'] };
}

function isFileResponse(response: unknown, document: Json): response is Json {
  if (!isRecord(response) || !isRecord(response.schema)) return false;
  const { schema } = response;
  const target = typeof schema.$ref === 'string' ? valueAt(document, schema.$ref) : schema;
  return isRecord(target) && target.type === 'file';
}

/** A file of which no type is said is bytes, not JSON. */
function withOctets({ schema: _, ...response }: Json): Json {
  return { ...response, content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } };
}

/** Empty lists of media types say nothing. */
function withoutEmpty(object: Json): Json {
  const empty = ['consumes', 'produces'].filter((key) => Array.isArray(object[key]) && object[key].length === 0);
  return Object.fromEntries(empty.map((key) => [key, undefined]));
}

/** The schemes of HTTP, the safe one first; that one where none is said. */
function schemesOf({ host, schemes }: Json): Json {
  if (typeof host !== 'string') return {};
  const known = ['https', 'http'].filter((scheme) => Array.isArray(schemes) && schemes.includes(scheme));
  return { schemes: known.length > 0 ? known : ['https'] };
}

function recordOf(value: unknown): Json {
  return isRecord(value) ? value : {};
}

/** The pointer in the Swagger text of what a pointer of the converted description is about. */
export function swaggerPointer(pointer: string): string {
  return pointer
    .replace(/^\/components\/schemas(?=\/|$)/, '/definitions')
    .replace(/^\/components\/(parameters|responses)(?=\/|$)/, '/$1')
    .replace(/^\/components\/securitySchemes(?=\/|$)/, pointerTo(['securityDefinitions']));
}
