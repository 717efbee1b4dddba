import { isRedirect } from '../content/redirect.ts';
import { type Answered, toContent } from '../content/to-content.ts';

/** How much of a file a program may hold: characters of a text, bytes of anything else. */
const LIMITS = { largestText: 5_000_000, largestBlob: 1024 * 1024 };

/** What a program gets where an answer is no JSON: a text as it is, a file as `{ type, size, text }` or with `base64`, an address as `{ location, status }`, or that it went well. */
export async function plainOutput(answered: Answered): Promise<unknown> {
  const { output, status } = answered;
  if (output === null || output === undefined) return { ok: true, status };
  if (typeof output === 'string' || isRedirect(output)) return output;
  const parts = (await toContent(answered, LIMITS)) ?? [];
  const [last] = parts.slice(-1);
  switch (last?.type) {
    case undefined:
      return output;
    case 'text':
      return last.text;
    case 'resource_link':
      return last.uri;
    case 'resource': {
      const { mimeType: type, ...file } = last.resource;
      return 'text' in file ? { type, size: file.text.length, text: file.text } : base64File(type, file.blob);
    }
    case 'image':
    case 'audio':
      return base64File(last.mimeType, last.data);
  }
}

function base64File(type: string | undefined, base64: string) {
  return { type, size: Math.floor((base64.replace(/=+$/, '').length * 3) / 4), base64 };
}
