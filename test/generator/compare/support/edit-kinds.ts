import { answerEdits } from './answer-edits.ts';
import { bodyEdits } from './body-edits.ts';
import { connectionEdits } from './connection-edits.ts';
import { credentialEdits } from './credential-edits.ts';
import type { EditKind } from './edits.ts';
import { formEdits } from './form-edits.ts';
import { keywordEdits } from './keyword-edits.ts';
import { neutralEdits } from './neutral-edits.ts';
import { operationEdits } from './operation-edits.ts';
import { parameterEdits } from './parameter-edits.ts';
import { propertyEdits } from './property-edits.ts';
import { searchEdits } from './search-edits.ts';
import { typeEdits } from './type-edits.ts';
import { valueEdits } from './value-edits.ts';

/** Every kind of edit that a report is judged by. */
export const editKinds: readonly EditKind[] = [
  ...typeEdits,
  ...valueEdits,
  ...formEdits,
  ...propertyEdits,
  ...parameterEdits,
  ...bodyEdits,
  ...searchEdits,
  ...answerEdits,
  ...operationEdits,
  ...connectionEdits,
  ...credentialEdits,
  ...keywordEdits,
  ...neutralEdits,
];
