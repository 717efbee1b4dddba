/** Macros answer `<attribute key="user.name" default="there"/>` where their writers put `{{user.name|fallback:"there"}}`. */
const PLACEHOLDER = /<attribute\b((?:\s+[\w-]{1,40}="[^"<>]{0,500}")*)\s*\/?>(?:<\/attribute>)?/gi;

/** HTML with its placeholders as their writers put them, which is also how they are written. */
export function readPlaceholders(html: string): string {
  if (!html.includes('<attribute')) return html;
  return html.replace(PLACEHOLDER, (whole, attributes: string) => {
    const key = attributeOf('key', attributes);
    if (key === undefined) return whole;
    const fallback = attributeOf('default', attributes);
    return `{{${key}${fallback === undefined || fallback === '' ? '' : `|fallback:"${fallback}"`}}}`;
  });
}

function attributeOf(name: string, attributes: string): string | undefined {
  return new RegExp(`\\s${name}="([^"]*)"`, 'i').exec(attributes)?.[1];
}
