import type { ChangeReport, Label, Todo } from '../../generator/compare/change.ts';

/** A step that went wrong, and the end of what it said. */
export interface Failure {
  readonly step: string;
  readonly said: string;
}

/** What a pull request says. */
export interface PullRequest {
  readonly title: string;
  readonly label: string;
  /** All of it; {@link cutBody} makes it as long as GitHub takes it. */
  readonly body: string;
}

type Counted = Pick<ChangeReport, 'to' | 'counts'> & { readonly todos: readonly Pick<Todo, 'certain'>[] };

/** The gravest first. */
const LABELS = [
  'breaking for models',
  'breaking for importers',
  'compatible',
  'cosmetic',
] as const satisfies readonly Label[];

/** The pull request for a report, which is Markdown, and for what went wrong on the way, if anything did. */
export function pullRequestOf(report: Counted, markdown: string, failure?: Failure): PullRequest {
  const [gravest = 'cosmetic'] = LABELS.filter((label) => report.counts[label] > 0);
  return {
    title: titleOf(report),
    label: `tools: ${gravest}`,
    body: [...(failure === undefined ? [] : [failureText(failure)]), markdown.trim()].join('\n\n'),
  };
}

function titleOf({ to, counts, todos }: Counted): string {
  const counted = LABELS.filter((label) => counts[label] > 0).map((label) => `${counts[label]} ${label}`);
  // What is certain was written into the overlays.
  const open = todos.filter(({ certain }) => !certain).length;
  const left = open > 0 ? [`${open} to do by hand`] : [];
  // The version is the description's own word.
  const version = to.replaceAll(/[^\w.-]/g, '').slice(0, LONGEST_VERSION);
  return `New API description ${version}: ${[...counted, ...left].join(', ') || 'no tool changes'}`;
}

const LONGEST_VERSION = 20;

/** Lines of a failed step that are shown. */
const LINES = 40;

function failureText({ step, said }: Failure): string {
  const lines = said.trim().split('\n').slice(-LINES).join('\n');
  const longest = Math.max(2, ...[...lines.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `## Failed: ${step}\n\n${fence}text\n${lines}\n${fence}`;
}

/** Characters that GitHub takes as the text of a pull request. */
export const LONGEST_BODY = 65_536;

/** A body as long as GitHub takes it, with a note where a part was left out. */
export function cutBody(body: string): string {
  if (body.length <= LONGEST_BODY) return body;
  const kept = body.slice(0, LONGEST_BODY - ROOM);
  const lines = kept.slice(0, kept.lastIndexOf('\n') + 1);
  const open = count(lines, '<details>') - count(lines, '</details>');
  return `${lines}\n${'</details>\n'.repeat(Math.max(0, open))}\n${NOTE}`;
}

const NOTE =
  '**The rest was left out: GitHub takes no longer text.** The whole report is an artifact of the run that opened this.';

/** Characters for the note, and for the ends of what is folded. */
const ROOM = 1000;

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}
