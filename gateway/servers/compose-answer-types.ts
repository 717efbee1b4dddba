import type { AnswerTypes } from '../../runtime/catalog/answer-types.ts';

/** What the tools of one API answer. */
interface Answering {
  readonly id: string;
  readonly load: () => Promise<AnswerTypes>;
  /** The name that a tool is served by. */
  readonly servedName: (own: string) => string;
}

/** What the tools of several APIs answer: types that two of them have get the name of their API before theirs. */
export async function composeAnswerTypes(apis: readonly Answering[]): Promise<AnswerTypes> {
  const loaded = await Promise.all(apis.map(async (api) => ({ ...api, ...(await api.load()) })));
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const { types } of loaded)
    for (const name of Object.keys(types)) {
      if (seen.has(name)) shared.add(name);
      seen.add(name);
    }
  const composed = loaded.map(({ id, types, answers, servedName }) => {
    const rename = (name: string): string =>
      shared.has(name) && Object.hasOwn(types, name) ? pascal(id) + name : name;
    const read = (type: string): string => (shared.size === 0 ? type : type.replaceAll(WORD, rename));
    return {
      types: Object.entries(types).map(([name, type]) => [rename(name), read(type)] as const),
      answers: Object.entries(answers).map(([tool, type]) => [servedName(tool), read(type)] as const),
    };
  });
  return {
    types: Object.fromEntries(composed.flatMap(({ types }) => types)),
    answers: Object.fromEntries(composed.flatMap(({ answers }) => answers)),
  };
}

const WORD = /[A-Za-z_$][\w$]*/g;

function pascal(id: string): string {
  return id
    .split(/[-_]+/)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');
}
