import { type Diagnostic, DiagnosticError, diagnostic } from '../diagnostics/diagnostics.ts';
import { type JsonObject, objectOf, textOf } from '../json/json.ts';
import { isRecord } from '../json/json-schema.ts';
import { sortKeys } from '../json/stable-json.ts';
import { type ParsedText, parseText } from '../source/parse-text.ts';
import { checkDocument } from './check-document.ts';
import { documentFacts } from './document-facts.ts';
import { searchFacts, searchPaths } from './search-facts.ts';
import { ProseChanged } from './search-fields.ts';

/** The facts of a description, and which API version they are of. */
export interface ImportedDescription {
  readonly contract: JsonObject;
  readonly info: { readonly apiVersion: string };
}

/** Turns the text of an OpenAPI description into the contract of facts; throws every problem at once. */
export function importDescription(text: string, where: string): ImportedDescription {
  const parsed = parseText(text, where);
  const document = parsed.value;
  const problems = checkDocument(document, parsed.locate);
  if (problems.length > 0) throw new DiagnosticError(problems);
  const apiVersion = parsed.written(['info', 'version']) ?? String(objectOf(document.info).version);
  const contract = sortKeys(withSearch(documentFacts(document, apiVersion), document, parsed.locate));
  return { contract: objectOf(contract), info: { apiVersion } };
}

function withSearch(contract: JsonObject, document: JsonObject, locate: ParsedText['locate']): JsonObject {
  const problems: Diagnostic[] = [];
  const paths: Record<string, JsonObject> = {};
  for (const path of searchPaths) {
    const post = objectOf(objectOf(document.paths)[path]).post;
    if (!isRecord(post)) continue;
    const place = ['paths', path, 'post', 'description'];
    try {
      const item = objectOf(objectOf(contract.paths)[path]);
      paths[path] = { ...item, post: { ...objectOf(item.post), 'x-search': searchFacts(textOf(post.description)) } };
    } catch (error) {
      if (!(error instanceof ProseChanged)) throw error;
      const message = `${locate(place)}: POST ${path}: ${error.message}`;
      problems.push(
        diagnostic('SOURCE_SEARCH_TABLE', message, `/paths/${path.replaceAll('/', '~1')}/post/description`),
      );
    }
  }
  if (problems.length > 0) throw new DiagnosticError(problems);
  return { ...contract, paths: { ...objectOf(contract.paths), ...paths } };
}
