import { join } from 'node:path';
import { type DescriptionPlace, planDescription } from '../build/plan-description.ts';
import { parseText } from '../source/parse-text.ts';
import { isStub } from '../text/stub.ts';
import { readIfThere, writeTogether } from '../write/write-together.ts';
import { appendActions } from './append-actions.ts';
import { describeTools, type ToolFacts } from './describe-tool.ts';
import { readWords } from './read-words.ts';
import type { OverlayText } from './rules/rule.ts';
import { headText, stubText } from './stub-text.ts';

/** A file that stubs were written to, and the tools that they are of. */
export interface WrittenStubs {
  readonly file: string;
  readonly tools: readonly string[];
}

/**
 * Writes a stub for whatever has no words and no stub yet, into the overlay of its resource: all files or none. Until a person
 * has written words, models read what follows from facts, and `generate` warns.
 */
export async function writeStubs(
  { overlays, ...options }: Omit<DescriptionPlace, 'expectWords'> & { readonly overlays: string },
  onStage?: (stage: string) => void,
): Promise<WrittenStubs[]> {
  const planned = await planDescription({ ...options, overlays, expectWords: true }, onStage);
  const texts = await readWords(overlays, planned);
  const wordless = describeTools(planned)
    .map((tool) => withoutStubs(tool, texts))
    .filter(({ lacks }) => lacks.title || lacks.description || lacks.arguments.length > 0);
  const written: WrittenStubs[] = [];
  const files = new Map<string, string>();
  for (const [module, tools] of Map.groupBy(wordless, (tool) => tool.module)) {
    const { file, text } = await fileFor(overlays, module, planned.api.version);
    const stubs = (indent: number): string => tools.map((tool) => stubText(tool, indent)).join('');
    files.set(
      file,
      text === undefined ? headText(module, planned.api.version) + stubs(2) : appendActions(text, file, stubs),
    );
    written.push({ file, tools: tools.map(({ tool }) => tool) });
  }
  await writeTogether(files);
  return written;
}

/** A tool that lacks only what has no stub either. */
function withoutStubs(tool: ToolFacts, texts: readonly OverlayText[]): ToolFacts {
  const stubs = texts.filter(({ operation, text }) => operation === tool.pointer && isStub(text));
  const isStubbed = (kind: OverlayText['kind'], argument = ''): boolean =>
    stubs.some((stub) => stub.kind === kind && stub.argument === argument);
  const { lacks } = tool;
  return {
    ...tool,
    lacks: {
      title: lacks.title && !isStubbed('title'),
      description: lacks.description && !isStubbed('description'),
      arguments: lacks.arguments.filter((name) => !isStubbed('argument', name)),
    },
  };
}

/**
 * The overlay that words of a module belong to, and what is in it. One that was written for another version of the API stays
 * as it is: there, an action without a target would be an error.
 */
async function fileFor(
  folder: string,
  module: string,
  version: string,
): Promise<{ file: string; text: string | undefined }> {
  const file = join(folder, 'words', `${module}.yaml`);
  const text = await readIfThere(file);
  if (text === undefined) return { file, text };
  const { 'x-api-version': written = version } = parseText(text, file).value;
  if (written === version) return { file, text };
  const own = join(folder, 'words', `${module}.${version.replace(/[^\w.-]+/g, '-')}.yaml`);
  return { file: own, text: await readIfThere(own) };
}
