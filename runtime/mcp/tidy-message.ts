import { parseContainer } from '../input/json-value.ts';
import { isRecord } from '../value/value.ts';

/** Levels below a message's parameters in which the protocol has members of its own: capabilities of a client are the deepest. */
const LEVELS = 3;

/** Members whose values are a tool's, a prompt's or a person's own: a null in them may mean something. */
const FOREIGN: ReadonlySet<string> = new Set(['arguments', 'inputResponses', 'requestState', 'content']);

/**
 * A message with what its protocol leaves optional and the client sent as null left out, as several clients write what they
 * do not have: `params`, `cursor`, `arguments`, `_meta` and the like. Arguments that are written as JSON text are the object
 * that they say. Any other value is handed back as it is.
 */
export function tidyMessage(message: unknown): unknown {
  if (!isRecord(message) || typeof message.method !== 'string' || !('params' in message)) return message;
  const { params, ...rest } = message;
  return params === null ? rest : { ...message, params: withoutNulls(params, LEVELS) };
}

function withoutNulls(value: unknown, levels: number): unknown {
  if (!isRecord(value) || levels === 0) return value;
  const kept = Object.entries(value).filter(([, member]) => member !== null);
  return Object.fromEntries(
    kept.map(([key, member]) => [key, FOREIGN.has(key) ? ofArguments(key, member) : withoutNulls(member, levels - 1)]),
  );
}

function ofArguments(key: string, member: unknown): unknown {
  return key === 'arguments' && typeof member === 'string' ? (parseContainer(member) ?? member) : member;
}
