import { Option } from '@commander-js/extra-typings';
import { parseList } from './value-parsers.ts';

/** `--tags`: which tools, by what they are about. */
export function tagsOption() {
  return new Option(
    '--tags <tags>',
    'only tools with one of these tags or groups, such as conversations,knowledge_base',
  ).argParser(parseList);
}

/** `--methods`: which tools, by what they do. */
export function methodsOption() {
  return new Option(
    '--methods <methods>',
    'only tools of these classes (read, write, destructive, list, get, create, update, delete, action) or names',
  ).argParser(parseList);
}
