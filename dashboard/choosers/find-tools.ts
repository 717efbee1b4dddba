/** What is searched in of a tool. */
interface Findable {
  readonly name: string;
  readonly title: string;
  readonly description: string;
}

/** The tools in which every word of a text stands; those called so come first, those that only tell of it last. */
export function findTools<Tool extends Findable>(tools: readonly Tool[], text: string): Tool[] {
  const wanted = text.toLowerCase().trim();
  const words = wanted.split(/[\s_]+/).filter((word) => word !== '');
  if (words.length === 0) return [...tools];
  const isIn = (where: string): boolean => words.every((word) => where.includes(word));
  const rankOf = ({ name, title, description }: Tool): number => {
    const called = title.toLowerCase();
    if (called === wanted || name === wanted) return 0;
    if (called.startsWith(wanted)) return 1;
    const names = `${called} ${name.toLowerCase()}`;
    if (isIn(names)) return 2;
    return isIn(`${names} ${description.toLowerCase()}`) ? 3 : NOT_FOUND;
  };
  return tools
    .map((tool) => ({ tool, rank: rankOf(tool) }))
    .filter(({ rank }) => rank !== NOT_FOUND)
    .sort((one, other) => one.rank - other.rank)
    .map(({ tool }) => tool);
}

const NOT_FOUND = 4;
