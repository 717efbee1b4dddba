import type { Pagination } from '../runtime/tool/tool.ts';
import { adviceByCode } from './advice-codes.ts';

/** What {@link advise} looks at; `retryAfter` in seconds, `paging` where the call carried a `next_cursor`. */
export interface Situation {
  readonly status: number;
  readonly code?: string | undefined;
  readonly message?: string | undefined;
  readonly field?: string | undefined;
  readonly retryAfter?: number | undefined;
  readonly link?: string | null;
  readonly write?: boolean;
  readonly paging?: Pagination['style'] | undefined;
}

/** One or two sentences for a person or a model: what to do after an error answer of Intercom. */
export function advise(situation: Situation): string {
  return adviseOnPaging(situation) ?? adviceByCode(situation) ?? adviseOnStatus(situation);
}

function adviseOnPaging({ status, code, paging, message = '' }: Situation): string | undefined {
  if (code === 'scroll_exists')
    return 'Wait a minute without scrolling, then start again without next_cursor: only one scroll can be open in a workspace.';
  if (
    (paging === 'scroll' && (status === 404 || status === 500)) ||
    /restart the scroll|scroll parameter/i.test(message)
  )
    return 'Start again without next_cursor: the scroll has expired (it lives for one minute between pages).';
  if (/scroll api/i.test(message))
    return 'Use list_all_intercom_companies_scroll: pages by number end at 10,000 companies.';
  if (paging !== undefined && status === 400 && /starting_after|cursor|page/i.test(message))
    return 'Start again without next_cursor: Intercom does not know this page.';
  return undefined;
}

function adviseOnStatus({ status, retryAfter, link, write, message = '' }: Situation): string {
  if (status === 429 && /pending/i.test(message))
    return 'Wait until a job that is pending is done, then call again: no more jobs can be started now.';
  if (status === 429) return `Wait ${plural(retryAfter ?? WINDOW)}, then call again: the rate limit is used up.`;
  if (status === 401)
    return 'Ask for a valid Intercom access token: this one was refused, and calling again will not help.';
  if (status === 403)
    return 'Ask an admin to give the access token the permission for this call; calling again will not help.';
  if (status === 410) return survivor(link) ?? 'Use another id: this one is gone for good.';
  if (status === 404)
    return 'Check the ids: nothing is there, or the token may not see it. List or search to find the right id.';
  if (status === 409) return 'Read the current state first: this call conflicts with it.';
  if (status === 408 || status >= 500) {
    return write
      ? 'Check whether the change was made before calling again: Intercom failed.'
      : `Call again in ${retryAfter === undefined ? 'a little while' : plural(retryAfter)}: Intercom failed.`;
  }
  return 'Correct the arguments as the message says and call again.';
}

/** Seconds: Intercom counts requests in windows of this length. */
const WINDOW = 10;

/** A merged contact answers 410 with a `Link` to the one that it was merged into. */
function survivor(link: string | null | undefined): string | undefined {
  const id = /<[^>?#]*\/([\w-]+)\/?(?:[?#][^>]*)?>/.exec(link ?? '')?.[1];
  return id === undefined ? undefined : `Use the id ${id} instead: this one was merged into it.`;
}

function plural(seconds: number): string {
  return seconds === 1 ? '1 second' : `${seconds} seconds`;
}
