import { isRecord, type Json } from '../../../../generator/json/json-schema.ts';
import { anyPlace } from './body-edits.ts';
import { argumentKinds, type EditKind, operationsAt, recordAt, sitesOf } from './edits.ts';

/** Keywords that hold the forms of a value. */
const unions = ['oneOf', 'anyOf'] as const;

/** A change of the unions that a description has by itself. What a tool makes of forms is its own: ajv judges how grave it is. */
export const formEdits: readonly EditKind[] = [
  formEdit('form of a union removed', 3, (forms, at) => forms.toSpliced(at, 1)),
  formEdit('form of a union added', 2, (forms) => [
    ...forms,
    { type: 'object', required: ['quite_new'], properties: { quite_new: { type: 'string' } } },
  ]),
];

function formEdit(name: string, least: number, change: (forms: readonly unknown[], at: number) => unknown[]): EditKind {
  return {
    name: `union: ${name}`,
    sites: (contract) => sitesOf(contract, 'argument', (schema) => formsOf(schema).forms.length >= least),
    edit: (contract, site, random) => {
      const { keyword, forms } = formsOf(recordAt(contract.document, site));
      const changed = change(forms, random.between(0, forms.length - 1));
      const operations = operationsAt(contract, site);
      return {
        what: `${name} at ${site}`,
        operations,
        apply: (document) => {
          recordAt(document, site)[keyword] = structuredClone(changed);
        },
        expected: operations.map((operation) => ({ operation, places: anyPlace, kinds: argumentKinds })),
        mayFollow: ['answer type', 'answer field added', 'answer field removed', 'words'],
      };
    },
  };
}

function formsOf(schema: Json): { keyword: (typeof unions)[number]; forms: readonly unknown[] } {
  const keyword = unions.find((one) => Array.isArray(schema[one])) ?? 'anyOf';
  const forms: unknown = schema[keyword];
  // Forms that only need other properties make no other tool.
  const isTelling =
    Array.isArray(forms) && forms.every((form) => isRecord(form) && Object.keys(form).join() !== 'required');
  return { keyword, forms: isTelling ? forms : [] };
}
