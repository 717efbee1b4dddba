import { ts } from 'ts-morph';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostics.ts';
import { banner } from '../emit/templates.ts';
import type { PlannedModule } from '../plan/plan.ts';
import { byLetter } from '../text/by-letter.ts';
import { parseModule } from './parse-module.ts';
import { faults, pointersAt } from './pointer-at.ts';

/**
 * The emitted files read as TypeScript: syntax, exports that exist twice, and the barrel that names them all. A fault is
 * reported at the operation whose tool it stands in.
 */
export function checkModules(
  files: ReadonlyMap<string, string>,
  modules: readonly PlannedModule[],
): { barrel: string; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const exports: Exported[] = [];
  for (const [name, text] of files) {
    if (!name.endsWith('.ts')) continue;
    const { file, problems, values, types } = parseModule(name, text);
    for (const { messageText, start = 0 } of problems) {
      const { line } = file.getLineAndCharacterOfPosition(start);
      const message = `${name}:${line + 1}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
      diagnostics.push(
        ...faults('EMITTED_SYNTAX', message, pointersAt({ file, position: start, name }, modules, files)),
      );
    }
    if (name.endsWith('.d.ts')) continue;
    if (values.length > 0) exports.push({ from: `./${name}`, names: values.toSorted(byLetter) });
    if (types.length > 0) exports.push({ from: `./${name}`, names: types.toSorted(byLetter), isTypes: true });
  }
  exports.sort((a, b) => (a.from < b.from ? -1 : 1));
  return { barrel: barrelText(exports), diagnostics: [...diagnostics, ...twice(exports, modules)] };
}

interface Exported {
  readonly from: string;
  readonly names: readonly string[];
  /** True where they are types. */
  readonly isTypes?: boolean;
}

/** Constants that two files export. */
function twice(exports: readonly Exported[], modules: readonly PlannedModule[]): Diagnostic[] {
  const owners = new Map<string, string>();
  const tools = modules.flatMap((module) => module.tools);
  const pointers = new Map(tools.map(({ names, pointer }) => [names.identifier, pointer]));
  const found: Diagnostic[] = [];
  for (const { from, names, isTypes = false } of exports) {
    for (const name of isTypes ? [] : names) {
      const [owner, other] = [owners.get(name), from.slice('./'.length)];
      if (owner !== undefined)
        found.push(diagnostic('EMITTED_TWICE', `${name} is exported by ${owner} and ${other}`, pointers.get(name)));
      owners.set(name, other);
    }
  }
  return found;
}

function barrelText(exports: readonly Exported[]): string {
  return [
    `// ${banner}\n`,
    ...exports.map(
      ({ from, names, isTypes = false }) =>
        `export ${isTypes ? 'type ' : ''}{ ${names.join(', ')} } from ${JSON.stringify(from)};`,
    ),
    '',
  ].join('\n');
}
