import type { ApiProfile } from '../../runtime/profile/api-profile.ts';
import type { Instruction } from '../../runtime/profile/guidance.ts';

/** What is known of one API among several. */
interface Profiled {
  readonly profile: ApiProfile;
  /** The name that a tool is served by. */
  readonly servedName: (own: string) => string;
  /** Whether a served tool is one of the API. */
  readonly isOwn: (served: string) => boolean;
  /** False for one that the gateway has no tools of. */
  readonly hasTools: boolean;
}

/** APIs that are named one by one; of more their number is told. */
const MOST_NAMED = 3;

/**
 * What several APIs are served with together: the words, jobs, workflows and guides of all of them, and of each the sentences that
 * are true of its own tools. What only one can have, as how answers are read, is used by the client of each account itself.
 */
export function composeProfiles(apis: readonly Profiled[]): ApiProfile {
  const profiles = apis.map(({ profile }) => profile);
  const isFew = apis.length <= MOST_NAMED;
  const first = <Key extends keyof ApiProfile>(key: Key): Pick<ApiProfile, Key> | undefined =>
    profiles.find((profile) => profile[key] !== undefined);
  const joins = first('joins')?.joins;
  const search = first('search')?.search;
  const names = first('names')?.names;
  return {
    id: isFew ? profiles.map(({ id }) => id).join('-') : 'apis',
    name: isFew ? list(profiles.map(({ name }) => name)) : `${apis.length} APIs`,
    connection: { addresses: {}, authentication: 'none' },
    // Each account says what it is itself.
    account: { noun: 'account', user: 'user', tool: '', read: () => undefined },
    synonyms: Object.fromEntries(profiles.flatMap(({ synonyms = {} }) => Object.entries(synonyms))),
    sayings: Object.fromEntries(
      apis.flatMap(({ profile, servedName }) =>
        Object.entries(profile.sayings ?? {}).map(([tool, words]) => [servedName(tool), words]),
      ),
    ),
    jobs: Object.fromEntries(
      apis.flatMap(({ profile, servedName }) =>
        Object.entries(profile.jobs ?? {}).map(([tool, { poll, download, ...job }]) => [
          servedName(tool),
          { ...job, poll: servedName(poll), ...(download !== undefined && { download: servedName(download) }) },
        ]),
      ),
    ),
    alwaysLoad: apis.flatMap(({ profile, servedName }) => (profile.alwaysLoad ?? []).map(servedName)),
    workflows: onlyOnce(
      apis.flatMap(({ profile, servedName }) =>
        (profile.workflows ?? []).map((flow) => ({ ...flow, tools: flow.tools.map(servedName) })),
      ),
      ({ name }) => name,
    ),
    guides: onlyOnce(
      apis.flatMap(({ profile, servedName }) =>
        (profile.guides ?? []).map((guide) => ({ ...guide, tools: guide.tools.map(servedName) })),
      ),
      ({ uri }) => uri,
    ),
    instructions: apis.flatMap(sentencesOf),
    ...(joins && { joins }),
    ...(search && { search }),
    ...(names && { names }),
  };
}

/** Sentences of one API, each where tools of that API make it true. */
function sentencesOf({ profile, isOwn, hasTools }: Profiled): Instruction[] {
  const { instructions = [], name } = profile;
  const sentences = typeof instructions === 'string' ? [{ text: instructions }] : instructions;
  return sentences.map(({ text, when }) => ({
    text: `${name}: ${text}`,
    when: (tools, served) => {
      const own = tools.filter((tool) => isOwn(tool.name));
      // What is said of an API without tools is why there are none.
      return !hasTools || (own.length > 0 && (when?.(own, served) ?? true));
    },
  }));
}

/** What clients know by a name or an address is theirs once. */
function onlyOnce<Item>(items: readonly Item[], key: (item: Item) => string): Item[] {
  return [...new Map(items.toReversed().map((item) => [key(item), item])).values()].toReversed();
}

function list(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
