import { isLostPage, toWait } from '../runtime/http/advice.ts';
import type { ErrorSituation } from '../runtime/profile/advice.ts';
import { adviceByCode } from './advice-codes.ts';
import { contentRules } from './advice-content.ts';
import { adviseOnNotFound } from './advice-not-found.ts';
import { peopleRules } from './advice-people.ts';
import { adviseByRule } from './advice-rule.ts';

/** What to do after an error answer of Intercom, where its codes and messages say more than the status. */
export function adviseOnError(situation: ErrorSituation): string | undefined {
  const onPaging = adviseOnPaging(situation);
  if (onPaging !== undefined || isLostPage(situation)) return onPaging;
  if (isRateLimit(situation)) return adviseToWait(situation);
  return (
    adviseByRule(RULES, situation) ??
    adviseOnNotFound(situation) ??
    adviceByCode(situation) ??
    adviseOnMerged(situation)
  );
}

const RULES = [...peopleRules, ...contentRules];

/** The code says so under whatever status it comes. */
function isRateLimit({ status, code }: ErrorSituation): boolean {
  return status === 429 || code === 'rate_limit_exceeded' || code === 'too_many_requests';
}

function adviseOnPaging({ status, code, paging, message = '' }: ErrorSituation): string | undefined {
  if (code === 'scroll_exists')
    return 'Wait a minute without scrolling, then start again without next_cursor: only one scroll can be open in a workspace.';
  if (
    (paging === 'scroll' && (status === 404 || status === 500)) ||
    /restart the scroll|scroll parameter/i.test(message)
  )
    return 'Start again without next_cursor: the scroll has expired (it lives for one minute between pages).';
  if (/scroll api/i.test(message))
    return 'Use list_all_intercom_companies_scroll: pages by number end at 10,000 companies.';
  return undefined;
}

function adviseToWait({ retryAfter = WINDOW, message = '' }: ErrorSituation): string {
  return /pending/i.test(message)
    ? 'Wait until a job that is pending is done, then call again: no more jobs can be started now.'
    : toWait(retryAfter);
}

/** Seconds: Intercom counts requests in windows of this length. */
const WINDOW = 10;

/** Characters of a header that are looked at. */
const LONGEST_LINK = 1000;

/** A merged contact answers 410 with a `Link` to the one that it was merged into. */
function adviseOnMerged({ status, link }: ErrorSituation): string | undefined {
  if (status !== 410) return undefined;
  const id = /<[^>?#]*\/([\w-]+)\/?(?:[?#][^>]*)?>/.exec(link?.slice(0, LONGEST_LINK) ?? '')?.[1];
  return id === undefined ? undefined : `Use the id ${id} instead: this one was merged into it.`;
}
