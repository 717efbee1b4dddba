import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseDocument } from 'yaml';

/** The folder of the project. */
export const root = fileURLToPath(new URL('../../..', import.meta.url));

/** A file of the project as text. */
export function textOf(path: string): string {
  return readFileSync(`${root}/${path}`, 'utf8');
}

/** A YAML file of the project as plain data; mistakes and warnings of the parser are errors. */
export function yamlOf(path: string): unknown {
  const document = parseDocument(textOf(path), { uniqueKeys: true, merge: true, strict: true });
  const [problem] = [...document.errors, ...document.warnings];
  if (problem) throw new Error(`${path}: ${problem.message}`);
  return document.toJS();
}
