import * as z from 'zod';
import type { Passed } from './relay.ts';

/** What Prism finds wrong with a request: a dotted place such as `body.admin_id`, and its code, such as `type`. */
export interface Violation {
  readonly at: string;
  readonly code: string;
  readonly message: string;
}

const finding = z.object({
  location: z.array(z.coerce.string()),
  severity: z.string(),
  code: z.coerce.string().default(''),
  message: z.string(),
});
const problem = z.object({ type: z.string(), title: z.string(), detail: z.string().optional() });

/**
 * Everything for which Prism refuses a request; empty for one that it accepts. Prism reports the violations of a request
 * in the header `sl-violations`, whatever it answers, and what it cannot serve at all as a problem (RFC 9457).
 */
export function violationsOf({ answer: { status, headers, body } }: Passed): Violation[] {
  const header = headers.get('sl-violations');
  const found = header === null ? [] : findings(header, 'request');
  if (found.length > 0) return found;
  if (!headers.get('content-type')?.startsWith('application/problem+json')) return [];
  const { type, title, detail } = problem.parse(JSON.parse(body));
  const { validation } = z.object({ validation: z.array(finding).optional() }).parse(JSON.parse(body));
  if (validation === undefined) {
    const code = type.split('#')[1] ?? String(status);
    return [{ at: '', code, message: `${title}: ${detail ?? ''}` }];
  }
  return validation.map(toViolation);
}

/** What Prism as a proxy finds wrong with the answer of the server behind it, without the indexes of lists. */
export function answerViolationsOf({ answer: { headers } }: Passed): Violation[] {
  const header = headers.get('sl-violations');
  return header === null ? [] : findings(header, 'response');
}

/** Of a header that would be too long, Prism writes the beginning, and cuts it off within a finding. */
function findings(header: string, part: 'request' | 'response'): Violation[] {
  const whole = header.startsWith('Too many')
    ? `${header.slice(header.indexOf('['), header.lastIndexOf('},{'))}}]`
    : header;
  return z
    .array(finding)
    .parse(JSON.parse(whole))
    .filter(({ location, severity }) => location[0] === part && (part === 'response' || severity === 'Error'))
    .map(({ location, ...rest }) => toViolation({ ...rest, location: location.slice(1) }));
}

function toViolation({ location, code, message }: z.output<typeof finding>): Violation {
  return {
    at: location.join('.'),
    code,
    message,
  };
}
