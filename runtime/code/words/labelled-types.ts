import type { NamesProfile } from '../../profile/named-kind.ts';

/** Which names stand beside ids in answers. */
export type ShownNames = Pick<NamesProfile, 'shown' | 'references'>;

type Types = Readonly<Record<string, string>>;

/** Types of answers with the names that are shown beside ids: `owner?: string` behind `owner_id`. */
export function labelledTypes(types: Types, { shown, references = {} }: ShownNames): Types {
  const ids = Object.keys(shown).map((key) => ({
    key,
    label: key.replace(/_id(s?)$/, '$1'),
    isMany: key.endsWith('s'),
  }));
  return Object.fromEntries(
    Object.entries(types).map(([name, text]) => {
      const beside = ids.reduce((type, id) => withLabel(type, id), text);
      return [name, Object.keys(references).reduce(withName, beside)];
    }),
  );
}

function withLabel(text: string, { key, label, isMany }: { key: string; label: string; isMany: boolean }): string {
  if (!text.includes(`${key}: `) || new RegExp(`\\b${label}\\??: `).test(text)) return text;
  const added = `${label}?: string${isMany ? '[]' : ''}`;
  return text.replaceAll(new RegExp(`\\b${key}: [^;{}]+(?=;| \\})`, 'g'), (member) => `${member}; ${added}`);
}

/** What refers to a thing by its id alone has its name as well. */
function withName(text: string, key: string): string {
  if (!text.includes(`${key}: {`)) return text;
  return text.replaceAll(
    new RegExp(`\\b(${key}: \\{ )([^{}]*)( \\})`, 'g'),
    (whole, head: string, inner: string, tail: string) =>
      /\bname\??: /.test(inner) ? whole : `${head}${inner}; name?: string${tail}`,
  );
}
