import type { CatalogEntry } from '../../runtime/catalog/catalog.ts';
import { catalogDigest } from '../../runtime/catalog/catalog-digest.ts';
import type { Diagnostic } from '../diagnostics/diagnostics.ts';
import type { Api } from '../ir/ir.ts';
import { isRecord, type Json } from '../json/json-schema.ts';
import { plainText } from '../text/plain-text.ts';
import { template } from './templates.ts';
import { timeKeys } from './time-keys.ts';

/** Characters that a title may take. */
const longestTitle = 100;

/** The text of the file that says what the description says of the API as a whole, and by what its tools are known, before formatting. */
export function emitFacts(
  { document, groups }: Pick<Api, 'document' | 'groups'>,
  catalog: readonly CatalogEntry[],
): { text: string; diagnostics: Diagnostic[] } {
  const info = isRecord(document.info) ? document.info : {};
  const { keys, diagnostics } = timeKeys(document);
  const text = template('facts.ts.hbs')({
    title: JSON.stringify(plainText(String(info.title ?? ''), longestTitle)),
    version: JSON.stringify(String(info.version ?? '')),
    servers: serversOf(document)
      .map((server) => JSON.stringify(server))
      .join(', '),
    timeKeys: keys.map((key) => JSON.stringify(key)).join(', '),
    groups: JSON.stringify(groups),
    digest: JSON.stringify(catalogDigest(catalog)),
  });
  return { text, diagnostics };
}

/** The declared addresses with the defaults of their variables; one whose variable has none is left out. */
function serversOf({ servers }: Json): string[] {
  return (Array.isArray(servers) ? servers : []).filter(isRecord).flatMap(({ url, variables }) => {
    if (typeof url !== 'string') return [];
    const known = isRecord(variables) ? variables : {};
    const filled = url.replace(/\{([^{}]+)\}/g, (whole, name: string) => {
      const variable = Object.hasOwn(known, name) ? known[name] : undefined;
      return isRecord(variable) && variable.default !== undefined ? String(variable.default) : whole;
    });
    return /[{}]/.test(filled) ? [] : [filled];
  });
}
