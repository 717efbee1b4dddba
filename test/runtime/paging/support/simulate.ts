import { expect } from 'vitest';
import { createClient } from '../../../../intercom/client.ts';
import type { Client } from '../../../../runtime/client.ts';
import type { Pagination } from '../../../../runtime/tool/tool.ts';
import { TOKEN } from '../../../support/recorder.ts';
import type { Style } from './styles.ts';

/** What a paging API was asked: parameters of the query or the body, whichever it reads. */
interface Asked {
  readonly after: string | undefined;
  readonly page: number;
  readonly size: number;
}

const SERVER_SIZE = 7;
const SERVER_MAX = 9;

/** How an API takes a page size: as asked up to its maximum, not at all, or only if it is no odd little number. */
const sizes = {
  honest: (size: number) => Math.min(size, SERVER_MAX),
  deaf: () => SERVER_SIZE,
  fussy: (size: number) => (size < 5 ? 2 * SERVER_SIZE : size),
} as const;

/** An API of `total` items that pages as the style says. */
export function simulate(
  { answer, pagination, numbered, whole }: Style,
  { total, sizing }: { total: number; sizing: keyof typeof sizes },
): Client {
  const send: typeof fetch = async (input, init) => {
    const url = new URL(String(input));
    expect([url.host, url.pathname]).toEqual(['api.intercom.io', pagination.in ? '/things/search' : '/things']);
    const { after, page, size } = ask(url, pagination, typeof init?.body === 'string' ? init.body : '{}');
    if (whole)
      return Response.json(answer({ items: numbers(0, total), page: 1, pages: 1, size: total, after: undefined }));
    const length = sizes[sizing](size);
    const from = numbered ? (page - 1) * length : Number(after === 'end' ? total : (after ?? 0));
    const to = Math.min(total, from + length);
    const pages = Math.ceil(total / length);
    return Response.json(
      answer({ items: numbers(from, to), page, pages, size: length, after: to < total ? `${to}` : undefined }),
    );
  };
  return createClient({ token: TOKEN, fetch: send });
}

function ask(url: URL, { in: where, param, style }: Pagination, json: string): Asked {
  const body = JSON.parse(json);
  const fields =
    where === 'body' ? body : where === 'body.pagination' ? body.pagination : Object.fromEntries(url.searchParams);
  const name = param ?? (style === 'scroll' ? 'scroll_param' : 'starting_after');
  return {
    after: fields?.[name] ?? fields?.starting_after,
    page: Number(fields?.[param ?? 'page'] ?? 1),
    size: Number(fields?.per_page ?? SERVER_SIZE),
  };
}

/** The items of such an API from one number up to, but not including, another. */
export function numbers(from: number, to: number) {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}
