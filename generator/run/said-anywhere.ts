import { dirname, isAbsolute, resolve } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostics.ts';
import type { Said } from './record.ts';

/** Of the folder as it was, or of what is installed beside it: said again they might no longer be true. */
const PASSING: readonly Diagnostic['code'][] = ['RUNTIME_UNRESOLVED', 'FORMER_FILES_DAMAGED'];

/** Stands for the path of the description. */
const SPEC = '<description>';

/**
 * What was said as it holds wherever the project stands: without the path of the description. Undefined where another path of
 * this machine is in it, or what may not be so the next time.
 */
export function saidAnywhere(said: Said, { spec, out }: { spec: string; out: string }): Said | undefined {
  if (said.diagnostics.some(({ code }) => PASSING.includes(code))) return undefined;
  const text = JSON.stringify(said);
  if (text.includes(SPEC)) return undefined;
  const placeless = isAbsolute(spec) ? text.replaceAll(inJson(spec), SPEC) : text;
  const folders = [process.cwd(), dirname(resolve(spec)), resolve(out)].filter((folder) => folder !== dirname(folder));
  return folders.some((folder) => placeless.includes(inJson(folder))) ? undefined : JSON.parse(placeless);
}

/** What was said anywhere, as it is said here. */
export function saidHere(said: Said, spec: string): Said {
  return JSON.parse(JSON.stringify(said).replaceAll(SPEC, () => inJson(spec)));
}

/** A text as it stands within one of JSON. */
function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
