/** What is searched in of a tool. */
interface Findable {
  readonly name: string;
  readonly title: string;
  readonly description: string;
}

/** The tools in which every word of a text stands; those that have them in the title or name come first. */
export function findTools<Tool extends Findable>(tools: readonly Tool[], text: string): Tool[] {
  const words = text
    .toLowerCase()
    .split(/[\s_]+/)
    .filter((word) => word !== '');
  if (words.length === 0) return [...tools];
  const isIn = (where: string): boolean => {
    const lower = where.toLowerCase();
    return words.every((word) => lower.includes(word));
  };
  const named = tools.filter(({ name, title }) => isIn(`${title} ${name}`));
  const described = tools.filter(({ name, title, description }) => isIn(`${title} ${name} ${description}`));
  return [...new Set([...named, ...described])];
}
