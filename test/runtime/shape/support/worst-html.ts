/** HTML of about a size in characters that is the worst of its kind. */
export type WorstHtml = (size: number) => string;

function repeat(text: string): WorstHtml {
  return (size) => text.repeat(Math.ceil(size / text.length));
}

/** Repeats a piece that knows its number, and then as often what closes it. */
function numbered(piece: (at: number) => string, close = ''): WorstHtml {
  return (size) => {
    const count = Math.ceil(size / (piece(100).length + close.length));
    return Array.from({ length: count }, (_, at) => piece(at)).join('') + close.repeat(count);
  };
}

function inside(before: string, piece: string, after = ''): WorstHtml {
  return (size) => before + repeat(piece)(size) + after;
}

/** What holds other converters up, by name. */
export const worstHtml: Readonly<Record<string, WorstHtml>> = {
  'formatting across paragraphs': numbered((at) => `<b x=${at}><p>`, '</b>'),
  'formatting across paragraphs, each with a style': numbered((at) => `<i style="top:${at}px"><div>`, '</i></div>'),
  'lists in items': repeat('<ul><li>'),
  'lists in items with text': repeat('<ul><li>x'),
  'lists in lists': repeat('<ul>x'),
  'quotes in quotes': repeat('<blockquote>x'),
  'lines in many quotes': inside('<blockquote>'.repeat(300), '<br>x'),
  'items in many lists': inside('<ol><li>'.repeat(150), '<li>x'),
  'blocks opened and closed': numbered(() => '<div>', '</div>'),
  'blocks at the greatest depth': inside('<div>'.repeat(500), '<div>x</div>'),
  'formatting taken over from block to block': repeat(
    `${'<div>'.repeat(400)}${Array.from({ length: 30 }, (_, at) => `<i x style=top:${at}px>`).join('')}x${'</div>'.repeat(400)}${'</i>'.repeat(30)}`,
  ),
  'paragraphs that do not end': repeat('<p>x'),
  'formatting that does not end': repeat('<b>x<i>y'),
  'links that do not end': repeat('<a href=/x>y'),
  'one long address and many blocks': (size) =>
    `<a href="/${'x'.repeat(size / 2)}">${repeat('<p>x<b>y</b>')(size / 2)}`,
  'one long address in formatting': (size) => `<b><a href="/${'x'.repeat(size / 2)}">${repeat('x</b><b>')(size / 2)}`,
  'tables in tables': repeat('<table><tr><td>x<td>y'),
  'tables in tables, closed': numbered(() => '<table><tr><td>x<td>', '</table>'),
  'lines in tables in tables': inside('<table><tr><td>x<td>'.repeat(100), '<br>x', '</table>'.repeat(100)),
  rows: inside('<table>', '<tr><td>x<td>y'),
  'empty cells': inside('<table>', '<td>'),
  'cells of nothing': repeat('<td><tr>'),
  'end tags of nothing': inside('<div>'.repeat(500), '</i>'),
  'end tags that are out of reach': inside(`<i><table><td>${'<div>'.repeat(400)}`, '</i></p></li></h1>'),
  'attributes of one element': numbered((at) => (at === 0 ? '<p ' : `a${at}=b `), ''),
  'one attribute of an element': (size) => `<p title="${'x'.repeat(size)}">x`,
  'the same attribute again': inside('<p ', 'style=x '),
  'a style of comments': inside('<p style="', '/*', '">x'),
  'a style of properties': inside('<p style="', 'color:red;', '">x'),
  'a style of semicolons': inside('<p style="', ';', '">x'),
  'a style of open brackets': inside('<p style="background:', 'a( ', '">x'),
  'a style of zeros': inside('<p style="font:', '0', '">x'),
  'many styles': repeat('<p style="color:#fff;background:rgb(1,2,3)">x</p>'),
  'named characters': repeat('&amp;'),
  'numbers of characters': repeat('&#x1F469;'),
  ampersands: repeat('&'),
  'a number of a character without end': inside('&#', '1'),
  'named characters in an attribute': inside('<a href="/', '&amp;', '">x</a>'),
  comments: repeat('<!-- x -->'),
  'a comment that does not end': inside('<!--', '-- '),
  declarations: repeat('<!x'),
  CDATA: repeat('<![CDATA[ x ]]>'),
  'less-than signs': repeat('<'),
  'tags that do not end': repeat('<a '),
  drawings: repeat('<svg><path/></svg>'),
  'drawings in formulas': repeat('<svg><math>'),
  'drawings that end early': repeat('<svg><p>x'),
  'scripts that do not end': repeat('<script></scrip'),
  'styles as elements': repeat('<style>x</style>'),
  'text areas': inside('<textarea>', '</textare'),
  'plain text': inside('<plaintext>', '<p>x'),
  choices: repeat('<select><option>x'),
  'code with backticks': repeat('<code>`</code>'),
  'one code with backticks': inside('<code>', '`` ` ', '</code>'),
  'blocks of code': repeat('<pre><code>x</code></pre>'),
  'spaces in preformatted text': inside('<pre>', 'x      y'),
  'lines in preformatted text': inside('<pre>', '\n x'),
  'spaces that do not break': repeat('&nbsp;'),
  spaces: inside('x', ' ', 'y'),
  words: repeat('word '),
  'one word': repeat('x'),
  'invisible characters': repeat('\u200b'),
  joiners: repeat('a\u200d'),
  'joiners of pictures': repeat('\u{1f469}\u200d\u{1f4bb}'),
  'joiners beside invisible letters': repeat('\u115f\u200d'),
  headings: repeat('<h1>x</h2>'),
  pictures: repeat('<img src=/x alt="y">'),
  buttons: repeat('<button>x'),
  definitions: repeat('<dl><dt>x<dd>'),
};
