/** How many results a page has when the caller does not say, and at most. */
export interface PageSize {
  readonly default?: number;
  readonly max?: number;
}

const defaultSize = /\bdefaults?(?:\s+(?:value|size|is|to|of|being))*\s*[:=]?\s*`?(\d+)`?/i;
const maxSize = /\bmax(?:imum)?(?:\s+(?:value|size|is|to|of|being))*\s*[:=]?\s*`?(\d+)`?/i;
const range = /\b\d+\s*(?:-|–|to|and)\s*(\d+)\b/i;
const aboutPages = /\bper[ _]page\b|\bpage size\b/i;

/** The page size that the prose of a `per_page` parameter states, such as "(default 50, max 100)". */
export function statedPageSize(prose: string): PageSize | undefined {
  const usual = defaultSize.exec(prose)?.[1];
  const most = maxSize.exec(prose)?.[1] ?? range.exec(prose)?.[1];
  if (usual === undefined && most === undefined) return undefined;
  return {
    ...(usual === undefined ? {} : { default: Number(usual) }),
    ...(most === undefined ? {} : { max: Number(most) }),
  };
}

/** The page size that an operation's prose states; only sentences about pages count. */
export function operationPageSize(prose: string): PageSize | undefined {
  return statedPageSize(
    prose
      .split(/\n|(?<=[.!])\s/)
      .filter((sentence) => aboutPages.test(sentence))
      .join('\n'),
  );
}
