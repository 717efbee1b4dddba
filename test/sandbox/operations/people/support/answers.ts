import { isRecord, type Json } from '../../../../../sandbox/contract/contract.ts';
import type { Answered } from '../../../../support/answered.ts';

/** The body of an answer that is an object. */
export function json({ body }: Answered): Json {
  if (!isRecord(body)) throw new TypeError(`no object: ${JSON.stringify(body)}`);
  return body;
}

/** The objects of a list in an answer. */
export function items(answered: Answered, key = 'data'): Json[] {
  const list = json(answered)[key];
  if (!Array.isArray(list)) throw new TypeError(`no list: ${JSON.stringify(answered.body)}`);
  return list.filter(isRecord);
}

/** The ids in a list of an answer. */
export function ids(answered: Answered, key = 'data'): unknown[] {
  return items(answered, key).map(({ id }) => id);
}

/** The code of a refusal, with its status. */
export function refusal(answered: Answered): [number, unknown] {
  return [answered.status, items(answered, 'errors')[0]?.code];
}
