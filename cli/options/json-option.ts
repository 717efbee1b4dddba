import { InvalidArgumentError, Option } from '@commander-js/extra-typings';

/** What of an answer is printed: these fields in its shape, or the values of one field alone, one a line. */
export interface JsonFields {
  readonly names: readonly string[];
  readonly isBare: boolean;
}

/** `--json [fields]`: the answer, and whatever goes wrong, for programs. */
export function jsonOption() {
  return new Option(
    '--json [fields]',
    'as JSON, errors too; with fields such as name,tags or result.id these alone, with .result.id their values, one a line',
  ).argParser(parseFields);
}

function parseFields(text: string): JsonFields {
  const names = text.split(',').map((name) => name.trim());
  const isBare = text.startsWith('.');
  if (!names.every((name) => FIELD.test(name)) || (isBare && names.length > 1))
    throw new InvalidArgumentError(
      'Fields are names between commas, such as id,author.name, or one with a dot before it. Without any, let --json be the last word.',
    );
  return { names: names.map((name) => name.replace(/^\./, '').replaceAll('[]', '')), isBare };
}

/** A dotted name; `[]` behind a list, as in jq, says what happens anyway. */
const FIELD = /^\.?[\w$*-]+(?:\[\])?(?:\.[\w$*-]+(?:\[\])?)*$/;
