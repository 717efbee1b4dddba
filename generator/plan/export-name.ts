import { camelCase, isReservedWord, singular, snakeCase } from '../text/words.ts';

/** A verb of an action and the preposition between what it does something with and what it does it to. */
const prepositions: ReadonlyMap<string, string> = new Map([
  ['add', 'to'],
  ['assign', 'to'],
  ['attach', 'to'],
  ['detach', 'from'],
  ['link', 'to'],
  ['remove', 'from'],
  ['reply', 'to'],
  ['subscribe', 'to'],
  ['unassign', 'from'],
  ['unlink', 'from'],
  ['unsubscribe', 'from'],
]);

/** Words that an action is recognised by; any other last word of an action is taken for a thing. */
const verbs = new Set(
  'accept activate add adopt approve archive assign attach authorize block bulk calculate cancel capture change charge check claim clear clone close complete confirm convert copy create deactivate delete deny deploy detach disable dismiss duplicate edit enable enqueue execute export find finish forward generate get grant import invite invoke join leave link list lock login logout manage mark merge move mute notify open pause pay ping post preview process publish purge push put query reactivate rebuild redact redeem redirect refresh refund register reject release remove rename renew reopen replace reply report request reset resend resize restart restore resume retry revoke rotate run save scan schedule scroll search send set share sign snooze split star start stop submit subscribe suspend switch sync terminate test toggle transfer trigger unarchive unassign unblock unlink unlock unmute unpublish unsubscribe update upgrade upload validate verify void vote'.split(
    ' ',
  ),
);

/** Words that have no singular, or another one than their letters say. */
const fixed = new Set('analytics aws dns goods hours https ios opening sales settings sms sports tls'.split(' '));
const relation = /^(?:by|for|from|of|to|with|without)$/;

function one(word: string): string {
  return fixed.has(word) ? word : singular(word);
}

/** The words of a resource as a person would say them: parents in the singular, none that the next word repeats. */
function resource(words: readonly string[], isMany = false): string[] {
  const found = words.findIndex((word, at) => at > 0 && relation.test(word));
  const head = found === -1 ? words : words.slice(0, found);
  const singulars = head.map((word, at) => (isMany && at === head.length - 1 ? word : one(word)));
  const kept = singulars.filter((word, at) => !singulars[at + 1]?.startsWith(word));
  return found === -1 ? kept : [...kept, ...words.slice(found)];
}

/** `conversations reply` is `reply to conversation`, `tickets attach tag` is `attach tag to ticket`. */
function actionWords(words: readonly string[]): string[] {
  const first = words.findIndex((word) => verbs.has(word));
  // A thing can be called like a verb (`reports export`): the last word is the likelier one, unless one takes an object.
  const last = words.findLastIndex((word) => verbs.has(word));
  const at =
    last === words.length - 1 && !prepositions.has(words[first] ?? '') && words[last - 1] !== 'bulk' ? last : first;
  const verb = words[at];
  if (verb === undefined) return ['post', ...resource(words)];
  const [subject, object] = [resource(words.slice(0, at)), words.slice(at + 1)];
  if (subject.length === 0) return [...words];
  const preposition = prepositions.get(verb);
  if (object.length === 0) return verb === 'reply' ? [verb, 'to', ...subject] : [verb, ...subject];
  if (preposition !== undefined) return [verb, ...object, preposition, ...subject];
  return verb === 'bulk' ? [verb, ...object, ...subject] : [verb, ...subject, ...object];
}

const verbFirst: readonly (readonly [form: string, verb: string])[] = [
  ['list_all', 'list'],
  ['get_single', 'get'],
  ['create_or_update_a', 'create_or_update'],
  ['create_a', 'create'],
  ['update_a', 'update'],
  ['replace_a', 'replace'],
  ['delete_a', 'delete'],
  ['check_a', 'check'],
];

/** What stands behind the API's name in a tool's name of this form; undefined for another form. */
function behind(tool: string, start: string): string[] | undefined {
  return tool === start ? [] : tool.startsWith(`${start}_`) ? tool.slice(start.length + 1).split('_') : undefined;
}

function listWords(words: readonly string[]): string[] {
  const [first = '', last = ''] = [words[0], words.at(-1)];
  if (first === 'search' && words.length > 1) return ['search', ...resource(words.slice(1), true)];
  if ((last === 'search' || last === 'scroll') && words.length > 1)
    return [last, ...resource(words.slice(0, -1), true)];
  return ['list', ...resource(words, true)];
}

/**
 * The export of a tool by the tool's own name, so that whoever knows one can guess the other: the verb, then the
 * resource without the API's name and without `by_id`. `list_all_<api>_teams` is `listTeams`, `<api>_conversations_reply`
 * is `replyToConversation`. The rule is told in docs/exports.md.
 */
export function exportName(tool: string, api: string): string {
  for (const [form, verb] of verbFirst) {
    const words = behind(tool, `${form}_${api}`);
    if (words === undefined) continue;
    const rest = words.at(-2) === 'by' && words.at(-1) === 'id' ? words.slice(0, -2) : words;
    const parts =
      verb === 'list'
        ? listWords(rest)
        : verb === 'get' && rest[0] === 'download' && rest.length > 1
          ? ['download', ...resource(rest.slice(1))]
          : [verb, ...resource(rest)];
    return identifier(parts.length === 1 || rest.length === 0 ? [...parts, api] : parts);
  }
  const words = behind(tool, api);
  if (words === undefined) return identifier(tool.split('_'));
  return identifier(
    words.length === 0 || (words.length === 1 && verbs.has(words[0] ?? '')) ? [...words, api] : actionWords(words),
  );
}

/** Words as an identifier that may stand in a module; empty words leave the name of any tool. */
function identifier(words: readonly string[]): string {
  const name = camelCase(snakeCase(words.join('_')));
  return name === '' || isReservedWord(name) ? `${name || 'a'}Tool` : name;
}
