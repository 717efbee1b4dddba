import type { Redirect } from '../http/response.ts';
import { isRecord } from '../value/value.ts';
import { type Content, textPart } from './content.ts';

/** True for the answer of an operation that answers with an address and nothing else. */
export function isRedirect(output: unknown): output is Redirect {
  return (
    isRecord(output) &&
    Object.keys(output).length === 2 &&
    typeof output.location === 'string' &&
    typeof output.status === 'number'
  );
}

/** An address that the API answered with, for the model and for the client; it is never followed here. */
export function redirectContent({ location }: Redirect, name: string): Content[] {
  const isWeb = /^https?:/i.test(location);
  const note = 'A signed link, open to whoever has it and only for a short time. It was not followed.';
  const text = textPart(JSON.stringify({ location, note }));
  return isWeb ? [text, { type: 'resource_link', uri: location, name, description: note }] : [text];
}
