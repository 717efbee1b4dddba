import { type Change, textAt, type Workspace } from './workspace.ts';

/** A task of a support team: what a model is told, what is made ready for it, and what has to be true when it is done. */
export interface Task {
  readonly name: string;
  readonly kind: string;
  readonly prepare?: (workspace: Workspace) => Promise<void>;
  readonly question: string;
  /** What it has to change and may change: `table id path`, or `table new` for one new row. All else is a wrong write. */
  readonly writes?: RegExp;
  /** What is wrong with the answer, or with the workspace; nothing where all is right. */
  readonly problems: (done: Done) => Promise<readonly string[]>;
  /** Wrong writes into what may change. */
  readonly wrongWrites?: (done: Done) => Promise<readonly string[]>;
}

/** What a model left behind. */
export interface Done {
  readonly answer: string;
  readonly workspace: Workspace;
  readonly changes: readonly Change[];
}

/** Problems by a sentence each and whether it holds. */
export function problemsOf(claims: Readonly<Record<string, boolean>>): readonly string[] {
  return Object.entries(claims).flatMap(([claim, holds]) => (holds ? [] : [`not so: ${claim}`]));
}

/** True where the words stand in bold. */
export const bold = (text: string, words: string) => new RegExp(`<(?:b|strong)>\\s*${words}`, 'i').test(text);
/** True where no Markdown was sent as it is. */
export const isPlainOf = (text: string) => !text.includes('**');
/** Ids in order. */
export const ids = (list: readonly unknown[]) => list.map((item) => textAt(item, 'id')).sort();
