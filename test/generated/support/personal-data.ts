import { type Judgement, personalDataJudge } from '../../../generator/plan/personal-data.ts';
import type { CatalogEntry } from '../../../runtime/catalog/catalog.ts';
import type { Schema } from '../../support/contract.ts';

/** As much of a generated contract as tells what is answered. */
export interface Contract {
  readonly paths: Readonly<Record<string, Readonly<Record<string, AnsweringOperation>>>>;
  readonly schemas: Readonly<Record<string, Schema>>;
}

interface AnsweringOperation {
  readonly responses: Readonly<Record<string, Answer>>;
}

interface Answer {
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}

/** The generator's judge over a contract, whose shared schemas stand at its top; throws for an operation that the contract lacks. */
export function contractJudge({
  paths,
  schemas,
}: Contract): (entry: Pick<CatalogEntry, 'method' | 'path'>) => Judgement {
  const judge = personalDataJudge({ paths, components: { schemas } });
  return ({ method, path }) => {
    if (paths[path]?.[method.toLowerCase()] === undefined) throw new Error(`The contract has no ${method} ${path}.`);
    return judge({ method, path });
  };
}
