import { headerList } from './header-list.ts';

/** Types that a client takes an answer in; at least one. */
export interface AcceptedTypes {
  readonly json: boolean;
  readonly stream: boolean;
}

/** What a request says in `Accept`, where nothing and any type mean both; undefined where it takes neither. */
export function acceptedTypes({ headers }: Pick<Request, 'headers'>): AcceptedTypes | undefined {
  const accept = headers.get('accept');
  if (accept === null || accept.trim() === '') return { json: true, stream: true };
  const named = headerList(accept);
  const json = ['application/json', 'application/*', '*/*'].some((type) => named.has(type));
  const stream = ['text/event-stream', 'text/*', '*/*'].some((type) => named.has(type));
  return json || stream ? { json, stream } : undefined;
}

/** Says which types there are to a client that takes neither. */
export const NOT_ACCEPTABLE =
  'Not acceptable: answers are application/json or text/event-stream. Name one of them in Accept, or leave it out.';
