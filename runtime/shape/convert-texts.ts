import { htmlToMarkdown } from './html/html-to-markdown.ts';

/** Characters of HTML that are converted without letting others have their turn: some milliseconds. */
export const IN_A_ROW = 30_000;

/** Converts each text once, however often it is asked for. */
export function rememberTexts(): (html: string) => string {
  const known = new Map<string, string>();
  return (html) => {
    const markdown = known.get(html) ?? htmlToMarkdown(html);
    known.set(html, markdown);
    return markdown;
  };
}

/** Runs what converts texts, with all of them converted beforehand, and a turn for others in between. */
export async function convertBeforehand<Result>(
  run: (toMarkdown: (html: string) => string) => Result,
): Promise<Result> {
  const wanted = new Set<string>();
  run((html) => {
    wanted.add(html);
    return '';
  });
  const toMarkdown = rememberTexts();
  let inARow = 0;
  for (const html of wanted) {
    if (inARow > 0 && inARow + html.length > IN_A_ROW) {
      // A timer, which every runtime has; a promise alone lets nobody else in.
      await new Promise((resolve) => setTimeout(resolve));
      inARow = 0;
    }
    toMarkdown(html);
    inARow += html.length;
  }
  return run(toMarkdown);
}
