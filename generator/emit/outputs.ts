import { template } from './templates.ts';

/** The file of the types of answers, before formatting: what stands in it says what it imports. */
export function emitOutputs(declarations: string, { runtime }: { runtime: string }): string {
  const uses = (name: string): boolean => new RegExp(`(?<![\\w$"'])${name}<`).test(declarations);
  const wire = uses('Wire');
  return template('outputs.ts.hbs')({
    runtime,
    imports: ['Answer', 'Items', 'Page'].filter(uses).join(', '),
    schema: [...(wire ? ['components'] : []), ...(uses('Answer') ? ['paths'] : [])].join(', '),
    wire,
    time: /(?<![\w$])Time(?![\w$?:])/.test(declarations),
    declarations,
  });
}
