/** What {@link advise} looks at; `retryAfter` in seconds, `paging` where the call carried a `next_cursor`. */
export interface Situation {
  readonly status: number;
  readonly code?: string | undefined;
  readonly message?: string | undefined;
  readonly retryAfter?: number | undefined;
  readonly link?: string | null;
  readonly write?: boolean;
  readonly paging?: 'cursor' | 'page' | 'scroll' | 'url' | 'none' | undefined;
}

/** One or two sentences for a person or a model: what to do after an error answer of Intercom. */
export function advise(situation: Situation): string {
  const { status, code, retryAfter, link, write, paging } = situation;
  if (status === 429) return `Wait ${plural(retryAfter ?? 10)}, then call again: the rate limit is used up.`;
  if (code === 'scroll_exists')
    return 'Wait a minute without scrolling, then start again: only one scroll can be open in a workspace.';
  if (paging === 'scroll' && (status === 404 || status === 500)) {
    return 'Start again without next_cursor: the scroll has expired (it lives for one minute between pages).';
  }
  if (paging !== undefined && status === 400 && /starting_after|cursor|page/i.test(situation.message ?? '')) {
    return 'Start again without next_cursor: Intercom does not know this page.';
  }
  if (code === 'intercom_version_invalid')
    return 'Use another tool: this one does not exist in the API version in use.';
  if (code === 'api_plan_restricted') return "Use another tool: the workspace's plan does not include this feature.";
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
      : 'Call again in a little while: Intercom failed.';
  }
  return 'Correct the arguments as the message says and call again.';
}

/** A merged contact answers 410 with a `Link` to the one that it was merged into. */
function survivor(link: string | null | undefined): string | undefined {
  const id = /<[^>]*\/([^/>?#]+)[^/>]*>/.exec(link ?? '')?.[1];
  return id === undefined ? undefined : `Use the id ${id} instead: this one was merged into it.`;
}

function plural(seconds: number): string {
  return seconds === 1 ? '1 second' : `${seconds} seconds`;
}
