import { isRecord, resolve, schemas } from '../../contract/contract.ts';

const { properties } = resolve(schemas.article_translated_content);

/** Languages that content can be written in. */
export const LOCALES: ReadonlySet<string> = new Set(
  Object.keys(isRecord(properties) ? properties : {}).filter((key) => key !== 'type'),
);

/** The texts of `translated_content` by locale; what is null or no text at all is left out. */
export function translationsIn(value: unknown): [locale: string, text: Record<string, unknown>][] {
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([locale, text]) =>
    LOCALES.has(locale) && isRecord(text) ? [[locale, text] as [string, Record<string, unknown>]] : [],
  );
}
