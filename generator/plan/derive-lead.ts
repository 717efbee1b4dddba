import type { MethodClass } from '../../runtime/tool/tool.ts';
import type { NamedOperation } from '../ir/ir.ts';
import { isVerb } from '../text/verbs.ts';
import { isPlural, singular, snakeCase } from '../text/words.ts';
import { pathSubject, type Subject } from './path-subject.ts';

/** The first sentence of derived words, without its end, and the title. */
interface Lead {
  readonly lead: string;
  readonly title: string;
}

/** `List notes of a contact`, by method class and path: the verb, the thing and what it belongs to. */
export function deriveLead(operation: NamedOperation, kind: MethodClass): Lead {
  const subject = pathSubject(operation.path);
  const byName = kind === 'action' || kind === 'delete' ? namedLead(operation, subject) : undefined;
  const lead = byName ?? (kind === 'action' ? actionLead(operation, subject) : leads[kind](operation, subject));
  const { finder } = subject;
  return { lead, title: finder === undefined ? lead : `${lead} by ${phrase(finder)}` };
}

type LeadOf = (operation: NamedOperation, subject: Subject) => string;

/** Last words of a path that say how a list is read, and not of what. */
const readings = new Set(['list', 'search', 'scroll']);

const leads = {
  list: ({ search, method }, { things, parent }) => {
    const last = things.at(-1) ?? '';
    const thing = compound(readings.has(last) ? things.slice(0, -1) : things) || parent || 'resources';
    const verb =
      last === 'search' || search !== undefined || method === 'QUERY'
        ? 'Search'
        : last === 'scroll'
          ? 'Scroll'
          : 'List';
    return `${verb} ${phrase(thing)}${thing === parent ? '' : of(parent)}`;
  },
  get: ({ fields, method }, { things, parent, isOne }) => {
    const [first = '', ...others] = things;
    // `/export/workflows/{id}`: what is got is no workflow, and nothing is exported by getting it.
    const thing = isVerb(first) && others.length > 0 ? `${singular(compound(others))}_${first}` : compound(things);
    const verb = method === 'HEAD' ? 'Check' : method === 'QUERY' ? 'Query' : 'Get';
    if (thing === 'me') return `${verb} the current user`;
    const isFound = isOne || (isPlural(thing) && fields.some(({ key, required }) => required && /_?id$/.test(key)));
    return `${verb} ${isFound ? one(thing) : `the ${phrase(thing)}`}${of(parent)}`;
  },
  create: (_operation, { things, parent }) => `Create ${one(compound(things))}${of(parent, 'for')}`,
  update: ({ names }, { things, parent, isOne }) => {
    const thing = compound(things);
    const verb = names.tool.startsWith('replace_') ? 'Replace' : 'Update';
    return `${verb} ${isOne || isPlural(thing) ? one(thing) : `the ${phrase(thing)}`}${of(parent)}`;
  },
  delete: (_operation, { things, parent, isOne }) => {
    const thing = compound(things);
    return `Delete ${isOne || isPlural(thing) ? one(thing) : `the ${phrase(thing)}`}${of(parent)}`;
  },
} as const satisfies Record<Exclude<MethodClass, 'action'>, LeadOf>;

/** Words that stand between some verbs and what they do it to. */
const prepositions: Readonly<Record<string, string>> = {
  reply: 'to',
  attach: 'to',
  detach: 'from',
  link: 'to',
  unlink: 'from',
  add: 'to',
  remove: 'from',
};

/** By the verb of the name that an overlay gave the tool: `attach_tag` is "Attach a tag to a contact". */
function namedLead({ facts }: NamedOperation, { parent }: Subject): string | undefined {
  const words = snakeCase(facts.name ?? '').split('_');
  const at = words.findIndex((word) => Object.hasOwn(prepositions, word));
  const verb = words[at];
  if (verb === undefined || at === words.length - 1 || parent === undefined) return undefined;
  return `${capital(verb)} ${one(words.slice(at + 1).join('_'))} ${prepositions[verb]} ${one(parent)}`;
}

/** By the verb of the path; else by what the method does. */
function actionLead({ method }: NamedOperation, { things, parent }: Subject): string {
  const [verb = '', ...object] = (things.at(-1) ?? '').split('_');
  const others = things.slice(0, -1);
  if (isVerb(verb)) {
    const target =
      others.length > 0 ? `${one(compound(others))}${of(parent)}` : parent === undefined ? '' : one(parent);
    if (object.length > 0)
      return `${capital(verb)} the ${phrase(object.join('_'))}${target === '' ? '' : ` of ${target}`}`;
    const to = verb === 'reply' ? ' to' : '';
    return target === '' ? capital(verb) : `${capital(verb)}${to} ${target}`;
  }
  const does = method === 'DELETE' ? 'Remove' : method === 'POST' ? 'Submit' : 'Set';
  return `${does} the ${phrase(compound(things) || parent || 'resource')}${of(parent)}`;
}

/** ` of a contact`; empty where there is no parent. */
function of(parent: string | undefined, preposition = 'of'): string {
  return parent === undefined ? '' : ` ${preposition} ${one(parent)}`;
}

/** `a ticket type`, and `an article`; what cannot be counted has no article. */
function one(word: string): string {
  const thing = singular(word) || 'resource';
  if (/(?:^|_)(?:data|content|news)$/.test(thing)) return phrase(thing);
  return `${/^(?:[aeio]|u(?!se|ni))/.test(thing) ? 'an' : 'a'} ${phrase(thing)}`;
}

/** Literals that follow each other as one noun: `admins`, `activity_logs` are `admin_activity_logs`. */
function compound(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  const before = words.slice(0, -1).map(singular);
  // `conversations`, `deleted` are deleted conversations.
  if (before.length > 0 && /[^e]ed$/.test(last)) return [last, ...before.slice(0, -1), words.at(-2)].join('_');
  return [...before.filter((word) => !last.startsWith(word)), last].join('_');
}

/** Abbreviations are written in capitals. */
const abbreviations = /\b(?:ai|api|csv|faq|html|ip|json|pdf|sla|sms|sso|url|urls)\b/g;

function phrase(word: string): string {
  return word.replaceAll('_', ' ').replace(abbreviations, (found) => found.toUpperCase());
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
