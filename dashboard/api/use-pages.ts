import { type QueryKey, useInfiniteQuery } from '@tanstack/preact-query';

/** Rows of a page. */
const LIMIT = 50;

/** A part of a list as the gateway answers it. */
interface Page<Row> {
  readonly result: readonly Row[];
  readonly next_cursor: string | null;
}

/** Which rows: those behind a page, or the first ones. */
interface PageQuery {
  readonly limit: number;
  readonly next_cursor?: string;
}

/** A list of the gateway, page by page: more of it is read on demand, and what was shown stays until another question is answered. */
export function usePages<Row, Answer extends Page<Row>>(
  queryKey: QueryKey,
  fetchPage: (page: PageQuery) => Promise<Answer & Page<Row>>,
) {
  const query = useInfiniteQuery({
    queryKey,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => fetchPage({ limit: LIMIT, ...(pageParam !== undefined && { next_cursor: pageParam }) }),
    getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
    placeholderData: (before) => before,
  });
  return { query, rows: query.data?.pages.flatMap(({ result }) => result) ?? [] };
}
