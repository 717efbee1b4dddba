/** One language of a sample article; the text is Markdown. */
export interface TextSeed {
  readonly title: string;
  readonly description: string;
  readonly text: string;
}

/** A sample article of the help center. */
export interface ArticleSeed extends TextSeed {
  readonly id?: string;
  readonly collection: string;
  readonly isDraft?: boolean;
  readonly translations?: Readonly<Record<string, TextSeed>>;
  /** Text that was staged and not published. */
  readonly staged?: string;
  /** Earlier texts, oldest first. */
  readonly earlier?: readonly string[];
}
