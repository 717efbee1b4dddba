/** Who did something, in words. */
interface ActorWords {
  readonly name: string;
  /** What kind of a caller it is; undefined where the name says it. */
  readonly kind?: string;
}

/** Kinds of callers that have an id. */
const KEYS: Readonly<Record<string, string>> = {
  admin_key: 'admin key',
  api_token: 'API token',
  oauth_client: 'OAuth client',
};

/** Callers that have none. */
const ALONE: Readonly<Record<string, string>> = {
  url: 'By the URL',
  oauth: 'OAuth login',
  command: 'Command',
  system: 'The gateway',
  anyone: 'Anyone',
};

/** The words for the actor of an entry: a key by its name at that time, one without a name by its id. */
export function actorWords({ actor, actor_name }: { actor: string; actor_name: string | null }): ActorWords {
  const colon = actor.indexOf(':');
  const kind = colon < 0 ? undefined : wordOf(KEYS, actor.slice(0, colon));
  if (kind !== undefined) return { name: actor_name ?? actor.slice(colon + 1), kind };
  const name = wordOf(ALONE, actor) ?? actor;
  return actor_name === null ? { name } : { name: actor_name, kind: name };
}

function wordOf(words: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(words, key) ? words[key] : undefined;
}
