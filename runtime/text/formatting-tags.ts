const NAMES = new Set(
  (
    'a b big blockquote br caption center code col colgroup dd del details div dl dt em figcaption figure font h1 h2 h3 h4 h5 h6 ' +
    'hr i iframe img ins kbd li mark ol p pre q s samp section small source span strike strong sub summary sup table tbody ' +
    'td tfoot th thead tr tt u ul video wbr'
  ).split(' '),
);

/** True for a tag of formatting; `<order id>` and `<you@example.com>` are what somebody wrote. */
export function isFormattingTag(tag: string): boolean {
  const name = /^<\/?([a-z][a-z0-9]{0,11})(?=[\s/>])/i.exec(tag)?.[1];
  return name !== undefined && NAMES.has(name.toLowerCase());
}
