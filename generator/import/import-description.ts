import { type Diagnostic, DiagnosticError, diagnostic } from '../diagnostics/diagnostics.ts';
import { type JsonObject, objectOf, textOf } from '../json/json.ts';
import { pointerTo } from '../json/json-pointer.ts';
import { isRecord } from '../json/json-schema.ts';
import { sortKeys } from '../json/stable-json.ts';
import { type ParsedText, parseText } from '../source/parse-text.ts';
import { checkDocument } from './check-document.ts';
import { documentFacts } from './document-facts.ts';
import { earlierSearch } from './earlier-facts.ts';
import { openDangling } from './open-dangling.ts';
import { hasSearchTable, searchFacts, searchPaths } from './search-facts.ts';
import { ProseChanged } from './search-fields.ts';

/** The facts of a description, which API version they are of, and what of it could not be read. */
export interface ImportedDescription {
  readonly contract: JsonObject;
  readonly info: { readonly apiVersion: string };
  /** Warnings: what is left out, or open. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Turns the text of an OpenAPI description into the contract of facts; throws every problem at once, with `strict` also
 * what would be a warning.
 */
export function importDescription(
  text: string,
  where: string,
  { strict = false }: { strict?: boolean | undefined } = {},
): ImportedDescription {
  const parsed = parseText(text, where);
  const problems = checkDocument(parsed.value, parsed.locate);
  if (problems.length > 0) throw new DiagnosticError(problems);
  const { document, diagnostics: dangling } = openDangling(parsed.value, parsed.locate);
  const apiVersion = parsed.written(['info', 'version']) ?? String(objectOf(document.info).version);
  const searches = readSearches(document, parsed.locate);
  const diagnostics = [...dangling, ...searches.diagnostics];
  const refused = diagnostics.filter(({ severity }) => strict || severity === 'error');
  if (refused.length > 0) throw new DiagnosticError(refused);
  const contract = sortKeys(withSearches(documentFacts(document, apiVersion), searches.facts));
  return { contract: objectOf(contract), info: { apiVersion }, diagnostics };
}

/** The facts of searches by their paths. */
type Searches = ReadonlyMap<string, JsonObject>;

function readSearches(
  document: JsonObject,
  locate: ParsedText['locate'],
): { facts: Searches; diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const facts = new Map<string, JsonObject>();
  for (const [path, item] of Object.entries(objectOf(document.paths))) {
    const { post } = objectOf(item);
    if (!isRecord(post)) continue;
    const prose = textOf(post.description);
    const earlier = prose === '' ? earlierSearch(post['x-search']) : undefined;
    if (earlier) {
      facts.set(path, earlier);
      continue;
    }
    const isExpected = searchPaths.some((expected) => expected === path);
    if (!isExpected && !(path.endsWith('/search') && hasSearchTable(prose))) continue;
    const place = ['paths', path, 'post', 'description'];
    const tell = (code: 'SOURCE_SEARCH_TABLE' | 'SOURCE_SEARCH_ROW', message: string): void => {
      diagnostics.push(diagnostic(code, `${locate(place)}: POST ${path}: ${message}`, pointerTo(place)));
    };
    try {
      facts.set(
        path,
        searchFacts(prose, (message) => tell('SOURCE_SEARCH_ROW', message)),
      );
    } catch (error) {
      if (!(error instanceof ProseChanged)) throw error;
      // A search that has had no table until now is as good without one.
      if (isExpected) tell('SOURCE_SEARCH_TABLE', error.message);
      else tell('SOURCE_SEARCH_ROW', `${error.message}; its table is left out`);
    }
  }
  return { facts, diagnostics };
}

function withSearches(contract: JsonObject, searches: Searches): JsonObject {
  const paths = objectOf(contract.paths);
  const searched = [...searches].map(([path, facts]): [string, JsonObject] => {
    const item = objectOf(paths[path]);
    return [path, { ...item, post: { ...objectOf(item.post), 'x-search': facts } }];
  });
  return { ...contract, paths: { ...paths, ...Object.fromEntries(searched) } };
}
