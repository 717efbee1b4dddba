/** Characters of a name: clients put it before that of each tool, and take 60 of both together. */
const LONGEST = 20;

/** The name of a server in clients' settings: letters, digits and hyphens, so that it breaks out of none of them. */
export function clientName(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-/, '')
    .replace(/-$/, '');
  return plain === '' ? 'mcp' : plain;
}
