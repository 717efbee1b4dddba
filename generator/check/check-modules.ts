import { type Diagnostic, diagnostic } from '../diagnostics/diagnostics.ts';
import { banner } from '../emit/templates.ts';
import type { PlannedModule } from '../plan/plan.ts';
import { byLetter } from '../text/by-letter.ts';
import { exportsOf } from './exports-of.ts';

/** The barrel that names all exports of the emitted files, and those that exist twice. */
export function checkModules(
  files: ReadonlyMap<string, string>,
  modules: readonly PlannedModule[],
): { barrel: string; diagnostics: Diagnostic[] } {
  const exports: Exported[] = [];
  for (const [name, text] of files) {
    if (!name.endsWith('.ts') || name.endsWith('.d.ts')) continue;
    const { values, types } = exportsOf(text);
    if (values.length > 0) exports.push({ from: `./${name}`, names: values.toSorted(byLetter) });
    if (types.length > 0) exports.push({ from: `./${name}`, names: types.toSorted(byLetter), isTypes: true });
  }
  exports.sort((a, b) => (a.from < b.from ? -1 : 1));
  return { barrel: barrelText(exports), diagnostics: twice(exports, modules) };
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
