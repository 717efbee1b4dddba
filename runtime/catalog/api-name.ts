/**
 * What sentences call an API by the title of its description: without what every title of a description may say, such as
 * `API`, `OpenAPI 3.0`, `Reference` or a version at its end. Where nothing is left of it, its id.
 */
export function apiName(title: string, id: string): string {
  const words = title.trim().split(/\s+/).slice(0, MOST_WORDS);
  while (words.length > 0 && NO_NAME.test(words.at(-1) ?? '')) words.pop();
  return words.join(' ') || id;
}

/** Words of a name: titles that are sentences are no names. */
const MOST_WORDS = 8;

/** Words at the end of a title that are of no name. */
const NO_NAME =
  /^[([-]*(?:(?:rest|open|web)?[-_]?apis?|rest|restful|public|http|openapi|swagger|reference|documentation|docs|spec|specification|description|definition|v?\d+(?:\.[\dx]+)*|[-–—|:/&])[\])]*$/i;
