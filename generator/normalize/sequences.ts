import type { Operation } from '../ir/ir.ts';
import { isRecord } from '../json/json-schema.ts';
import type { Note } from './body-encoding.ts';

const READ_AS = {
  text: 'as text',
  binary: 'as a file',
  json: 'as JSON, of which nothing else is known',
} as const;

/** What is told of a body that is one item after another (`itemSchema` of OpenAPI 3.2): whoever calls writes it as one text. */
export function bodySequence(media: unknown, mediaType: string, bodyType: Operation['bodyType']): Note[] {
  if (!isSequence(media) || bodyType !== 'raw') return [];
  return [
    { code: 'SEQUENCE_AS_TEXT', message: `the body is a sequence of items as ${mediaType}: it is given as one text` },
  ];
}

/** What is told of an answer that is one item after another: it is read once it has ended. */
export function answerSequence(
  media: unknown,
  { response, mediaType }: Pick<Operation, 'response' | 'mediaType'>,
): Note[] {
  if (!isSequence(media) || (response !== 'text' && response !== 'binary' && response !== 'json')) return [];
  const message = `the answer is a sequence of items as ${mediaType}: it is answered ${READ_AS[response]}, once it has ended`;
  return [{ code: 'SEQUENCE_AS_TEXT', message }];
}

function isSequence(media: unknown): boolean {
  return isRecord(media) && media.itemSchema !== undefined && media.schema === undefined;
}
