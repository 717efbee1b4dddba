import { isJson, resolve, schemas } from '../../contract/contract.ts';

const { properties } = resolve(schemas.article_translated_content);

/** Languages that content can be written in. */
export const LOCALES: ReadonlySet<string> = new Set(
  Object.keys(isJson(properties) ? properties : {}).filter((key) => key !== 'type'),
);

/** The texts of `translated_content` by locale; what is null or no text at all is left out. */
export function translationsIn(given: unknown): [locale: string, text: Record<string, unknown>][] {
  if (!isJson(given)) return [];
  return Object.entries(given).flatMap(([locale, text]) =>
    LOCALES.has(locale) && isJson(text) ? [[locale, text] as [string, Record<string, unknown>]] : [],
  );
}
