import type { AdviseOn, ErrorSituation } from '../profile/advice.ts';
import type { CallingProfile } from '../profile/calling-profile.ts';
import { PAGING_STYLES } from '../tool/paging-style.ts';

/** One or two sentences for a person or a model: what to do after an error answer, by what its API knows and by its status. */
export async function advise(
  situation: ErrorSituation,
  { name, advise: own }: Pick<CallingProfile, 'name' | 'advise'>,
): Promise<string> {
  return (await ownAdvice(situation, own)) ?? adviseOnPaging(situation, name) ?? adviseOnStatus(situation, name);
}

/** What an API knows of its errors may be loaded for it; where that fails, the error itself is still worth more. */
async function ownAdvice(situation: ErrorSituation, own: AdviseOn | undefined): Promise<string | undefined> {
  try {
    return await own?.(situation);
  } catch {
    return undefined;
  }
}

/** True where an API refuses the page that was asked for, and not the rest of the call. */
export function isLostPage({ status, paging, message = '' }: ErrorSituation): boolean {
  return paging !== undefined && status === 400 && /starting_after|cursor|page/i.test(message);
}

function adviseOnPaging(situation: ErrorSituation, name: string): string | undefined {
  const { status, paging } = situation;
  if (paging && PAGING_STYLES[paging].isOnce && (status === 404 || status === 500))
    return 'Start again without next_cursor: it has expired.';
  return isLostPage(situation) ? `Start again without next_cursor: ${name} does not know this page.` : undefined;
}

function adviseOnStatus({ status, field, retryAfter, write }: ErrorSituation, name: string): string {
  switch (status) {
    case 401:
      return `Ask for a valid credential of ${name}: this one was refused, and calling again will not help.`;
    case 403:
      return 'Ask an admin to give the credential the permission for this call; calling again will not help.';
    case 404:
      return 'Check the ids: nothing is there, or the credential may not see it. List or search to find the right id.';
    case 409:
      return 'Read the current state first: this call conflicts with it.';
    case 410:
      return 'Use another id: this one is gone for good.';
    case 429:
      return toWait(retryAfter);
  }
  if (status === 408 || status >= 500) {
    return write
      ? `Check whether the change was made before calling again: ${name} failed.`
      : `Call again in ${retryAfter === undefined ? 'a little while' : seconds(retryAfter)}: ${name} failed.`;
  }
  const named = (status === 400 || status === 422) && field !== undefined ? field : 'the arguments';
  return `Correct ${named} as the message says and call again.`;
}

/** What to do where a rate limit is used up for so many seconds. */
export function toWait(retryAfter: number | undefined): string {
  return `Wait ${retryAfter === undefined ? 'a little while' : seconds(retryAfter)}, then call again: the rate limit is used up.`;
}

/** A wait that is over may be over in a moment alone: clocks differ. */
function seconds(count: number): string {
  return count <= 1 ? '1 second' : `${count} seconds`;
}
