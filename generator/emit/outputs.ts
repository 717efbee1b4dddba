import { codeWords } from '../text/code-words.ts';
import { template } from './templates.ts';

/** The file of the types of answers, before formatting: what stands in it says what it imports. */
export function emitOutputs(declarations: string, { runtime }: { runtime: string }): string {
  const words = codeWords(declarations);
  const wire = words.has('Wire');
  return template('outputs.ts.hbs')({
    runtime,
    imports: ['Answer', 'Items', 'Page'].filter((name) => words.has(name)).join(', '),
    schema: [...(wire ? ['components'] : []), ...(words.has('Answer') ? ['paths'] : [])].join(', '),
    wire,
    time: words.has('Time'),
    declarations,
  });
}
