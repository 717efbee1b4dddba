import { type DescriptionPlace, planDescription } from '../build/plan-description.ts';
import { describeTools, type ToolFacts } from './describe-tool.ts';
import { lintWords, type WordsProblem } from './lint-words.ts';
import { readWords } from './read-words.ts';

/** What the words of an API are like. */
export interface WordsReport {
  readonly version: string;
  /** Every tool with what is known of it. */
  readonly tools: readonly ToolFacts[];
  /** Those of them that lack a title, a description, or the words of an argument. */
  readonly wordless: readonly ToolFacts[];
  /** What of the overlays breaks a rule; nothing where there are no overlays. */
  readonly problems: readonly WordsProblem[];
}

/** Looks at the words of all tools of a description, and writes nothing. Throws {@link DiagnosticError} as `generate` does. */
export async function inspectWords(
  options: Omit<DescriptionPlace, 'expectWords'>,
  onStage?: (stage: string) => void,
): Promise<WordsReport> {
  const planned = await planDescription({ ...options, expectWords: true }, onStage);
  const tools = describeTools(planned);
  const { overlays } = options;
  return {
    version: planned.api.version,
    tools,
    wordless: tools.filter(({ lacks }) => lacks.title || lacks.description || lacks.arguments.length > 0),
    problems: overlays === undefined ? [] : lintWords(await readWords(overlays, planned), planned),
  };
}
