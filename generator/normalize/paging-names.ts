/** A name in small letters without marks: `page_size`, `pageSize`, `page[size]` and `$pageSize` are one. */
export function looseName(name: string): string {
  return name
    .slice(0, 80)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

/** What a parameter is for, by names that APIs use for nothing else, and by those that they use for other things too. */
interface Names {
  readonly sure: ReadonlySet<string>;
  readonly weak: ReadonlySet<string>;
}

/** What the parameters of pages are for. */
export type Role = 'size' | 'offset' | 'page' | 'cursor' | 'lastId';

/** Names of the parameters of pages. */
export const ROLES: Readonly<Record<Role, Names>> = {
  size: {
    sure: words(
      'limit perpage pagesize maxresults maxrecords maxitems take rows pagelen pagelimit resultsperpage itemsperpage recordsperpage limitperpage batchsize maxkeys maxpagesize numresults maxresultcount perpagecount pagesizelimit',
    ),
    weak: words('count size num n first max top results amount maximum pagecount length maxcount'),
  },
  offset: {
    sure: words(
      'offset skip startindex startat firstresult startoffset startrow recordoffset resultoffset itemoffset startposition',
    ),
    weak: words('start from begin index startfrom pageoffset'),
  },
  page: {
    sure: words('page pagenumber pageno pagenum pageindex currentpage'),
    weak: words('p pg pageid'),
  },
  cursor: {
    sure: words(
      'cursor pagetoken nexttoken nextpagetoken continuationtoken pagecursor nextcursor startcursor aftercursor cursortoken paginationtoken continuation marker startingtoken bookmark pageafter exclusivestartkey nextpageid pagekey cursormark pagingtoken resumetoken scrollid nextmarker continue iterator batchtoken',
    ),
    weak: words('after token startingafter startafter nextpage next start offset from position key startkey page'),
  },
  lastId: { sure: words('startingafter'), weak: words('afterid sinceid lastid startafter startafterid after') },
};

/** What an answer says of its pages. */
export type Word = 'nextCursor' | 'nextAddress' | 'nextNumber' | 'total' | 'pages' | 'more' | 'last';

/** Names of properties that say it. */
export const WORDS: Readonly<Record<Word, ReadonlySet<string>>> = {
  nextCursor: words(
    'nextcursor nextpagetoken nexttoken nextpagecursor continuationtoken nextmarker endcursor nextpagekey nextkey nextbookmark nextcontinuationtoken nextpageid lastevaluatedkey nextcursormark cursornext paginationtoken nextpagingtoken aftercursor',
  ),
  nextAddress: words('nextpageurl nexturl nextlink odatanextlink nextpagelink nexthref nextpageuri nexturi'),
  nextNumber: words('nextpage nextpagenumber nextoffset nextpageno nextstart nextskip nextindex'),
  total: words(
    'total totalcount totalitems totalresults totalrecords recordstotal totalelements numfound totalsize totalnumber totalhits totalmatches odatacount totalrows totalentries totalitemcount totalrecordcount',
  ),
  pages: words(
    'totalpages pagecount lastpage numpages nbpages totalpagecount numberofpages maxpage pagestotal totalpage',
  ),
  more: words(
    'hasmore more hasnext hasnextpage moreresults hasmorepages hasmoreitems hasmoreresults moreavailable moreitems ismore morerecords',
  ),
  last: words('done islast islastpage last lastpage isend'),
};

/** Names of objects that hold what an answer says of its pages. */
export const HOLDERS: ReadonlySet<string> = words(
  'meta metadata paging pagination pages page pageinfo links link cursor cursors responsemetadata listmetadata info next resultinfo pagemetadata searchmetadata listinfo range details pagingmetadata paginationinfo paginationmetadata pager result response data envelope search summary',
);

/** Names of what stands beside the items of a list and is none of it. */
export const BESIDE: ReadonlySet<string> = words(
  'type object kind etag status success ok code message messages error errors warnings warning requestid traceid time took timestamp version count size number offset limit start skip page perpage pagesize from to self first prev previous next sort empty href url uri context jsonapi included facets aggregations schema selflink statuscode responsetime id_ pageable numberofelements query filters duration currentpage previouspage hasprevious hasprev prevcursor previouscursor prevpage pagenumber pageno pageindex itemsperpage resultsperpage range end interval date iterator previterator done details resultslimit resultsoffset resultstotalavailable resultcount returnedresults lastupdated generatedat sorts mixins deprecations totalfound description apiversion timedout exhaustive results_ rel copyright attribution',
);

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}
