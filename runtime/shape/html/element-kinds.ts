function names(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}

/** Elements that have no content and no end tag. */
export const voidElements = names(
  'area base basefont bgsound br col embed frame hr img input link meta param source track wbr',
);

/** Elements whose content no person reads as text. A frame and a video are named by their address. */
export const unseenElements = names(
  'script style noscript template title object canvas audio select textarea svg math iframe video noembed noframes',
);

/** Elements that a misplaced end tag takes away from wherever they are, and that the end of a block does not end. */
export const formattingElements = names('a b big code em font i nobr s small strike strong tt u');

/** Elements whose end also ends the formatting that began in them. */
export const markerElements = names('td th caption object template marquee applet');

/** Headings, of which any end tag ends any other. */
export const headings = names('h1 h2 h3 h4 h5 h6');

/** Elements before which an open paragraph ends; a table is none, as in mail without a document type. */
export const paragraphEnders = names(
  'address article aside blockquote center details dialog dir div dl dd dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li listing main menu nav ol p plaintext pre search section summary ul xmp',
);

/** Elements that end a drawing or a formula that they stand in. */
export const breakouts = names(
  'b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var',
);

/** Elements of a drawing or a formula that hold HTML again. */
export const integrationPoints = names('foreignobject desc title annotation-xml mi mo mn ms mtext');

/** Elements that stand on lines of their own. */
export const blocks = names(
  'address article aside blockquote caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup legend listing main menu nav ol output p plaintext pre search section summary table ul xmp',
);

const scope = names('applet caption html table td th marquee object template');
const special = names(
  'address applet article aside blockquote button caption center dd details dir div dl dt fieldset figcaption figure footer form header hgroup h1 h2 h3 h4 h5 h6 iframe li listing main marquee menu nav noembed noframes noscript object ol p plaintext pre script search section select style summary table tbody td template textarea tfoot th thead title tr ul xmp foreignobject desc',
);

/** What an open element is in the way of: `scope` and its narrower kinds as in the HTML standard. */
export type Barrier = 'scope' | 'button' | 'list' | 'table' | 'item' | 'special' | 'marker';

const barriers = {
  scope,
  button: new Set([...scope, 'button']),
  list: new Set([...scope, 'ol', 'ul']),
  table: names('table template'),
  item: new Set([...special].filter((name) => !['address', 'div', 'p'].includes(name))),
  special,
  marker: markerElements,
} satisfies Record<Barrier, ReadonlySet<string>>;

const kinds: readonly Barrier[] = ['scope', 'button', 'list', 'table', 'item', 'special', 'marker'];
const known = new Map(
  [...special, ...scope].map((name) => [name, kinds.filter((kind) => barriers[kind].has(name))] as const),
);

/** What an element is in the way of while it is open. */
export function barriersOf(name: string): readonly Barrier[] {
  return known.get(name) ?? [];
}

/** The mark that an element's text stands in. */
export function markOf(name: string): 'strong' | 'em' | 'link' | undefined {
  if (name === 'b' || name === 'strong') return 'strong';
  if (name === 'i' || name === 'em') return 'em';
  return name === 'a' ? 'link' : undefined;
}
