import { snakeCase } from '../text/words.ts';

/** Names of environment variables of one API; no two parts of it have the same. */
export interface VariableNames {
  /** The name that ends so, with a number where it is taken: `ACME_TOKEN` for `TOKEN`. */
  readonly take: (ending: string) => string;
}

/** Names that begin with that of an API; a name that an overlay gives goes before. */
export function variableNames(api: string, own: Readonly<Record<string, string>> = {}): VariableNames {
  const prefix = capitals(api).replace(/^(?=\d)/, 'API_') || 'API';
  const taken = new Set<string>();
  return {
    take: (ending) => {
      const plain = ending === '' ? 'VALUE' : ending;
      const base = plain.startsWith(`${prefix}_`) ? plain : `${prefix}_${plain}`;
      let name = base;
      for (let count = 2; taken.has(name); count += 1) name = `${base}_${count}`;
      taken.add(name);
      return Object.hasOwn(own, name) ? (own[name] ?? name) : name;
    },
  };
}

/** Any name in capitals, with underscores between its words; empty where nothing of it can stand in one. */
export function capitals(name: string): string {
  return snakeCase(name).toUpperCase().slice(0, LONGEST);
}

const LONGEST = 60;

/** A name with the kind of its value behind it, unless it says that already. */
export function withKind(name: string, kind: string): string {
  const plain = capitals(name);
  if (plain === '') return kind;
  return plain === kind || plain.endsWith(`_${kind}`) ? plain : `${plain}_${kind}`;
}
